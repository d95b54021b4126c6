/**
 * JSON with the fields of every object in one order, so that equal data gives equal text.
 *
 * **Laws** order-free in fields, not in arrays; fields that are undefined are left out, as JSON leaves them out.
 */
// @ts-nocheck

export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join()}}`;
};
