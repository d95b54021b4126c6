const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const text = (words: string): string => words.replace(/[&<>]/g, (letter) => MARKUP[letter] ?? letter);

const entry = (key: string, value: string): string => `<key>${key}</key>\n${value}`;

/**
 * The entries of an `Info.plist`: the sentences that iOS shows when it asks.
 *
 * **Source** iOS ends an app that asks to read without the first, or to write without the second. The App Store looks for calls
 * and not for what they do: it refuses an upload that lacks one of them, also of an app that never writes (ITMS-90683).
 */
export const infoPlistOf = (reasons: { readonly read: string; readonly write: string }): string =>
  [
    entry('NSHealthShareUsageDescription', `<string>${text(reasons.read)}</string>`),
    entry('NSHealthUpdateUsageDescription', `<string>${text(reasons.write)}</string>`),
  ].join('\n');

/** The entries of the entitlements. */
export const entitlementsOf = (background: boolean): string =>
  [
    entry('com.apple.developer.healthkit', '<true/>'),
    ...(background ? [entry('com.apple.developer.healthkit.background-delivery', '<true/>')] : []),
  ].join('\n');
