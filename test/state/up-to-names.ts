/** Two JSON values that differ in more than names and a shift of all times. */
export interface Difference {
  readonly path: string;
  readonly a: unknown;
  readonly b: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Walks two JSON values side by side: texts may differ as long as one stands for one throughout, and numbers by nothing or by
 * the shift.
 */
export const differences = (a: unknown, b: unknown, shift: number): readonly Difference[] => {
  const found: Difference[] = [];
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  const walk = (one: unknown, other: unknown, path: string): void => {
    if (typeof one === 'string' && typeof other === 'string') {
      const isSame = (there.get(one) ?? other) === other && (back.get(other) ?? one) === one;
      there.set(one, other);
      back.set(other, one);
      if (!isSame) found.push({ path, a: one, b: other });
    } else if (typeof one === 'number' && typeof other === 'number') {
      if (other !== one && other !== one + shift) found.push({ path, a: one, b: other });
    } else if (isObject(one) && isObject(other)) {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
        walk(one[name], other[name], `${path}.${name}`);
    } else if (one !== other) {
      found.push({ path, a: one, b: other });
    }
  };
  walk(a, b, '');
  return found;
};
