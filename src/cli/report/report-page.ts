import { createHash } from 'node:crypto';
import type { ReportData } from './report-data';

/** JSON that can stand inside of a script element: nothing in it ends the element or starts a comment. */
const embeddable = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What every report begins with. */
export const PAGE_START = '<!doctype html>';

/**
 * The report as one HTML document.
 *
 * **Laws** it loads nothing and sends nothing: its policy allows this one script and this one style by their hashes, and no
 * connection at all. Whatever the data holds stays text.
 */
export const reportPage = (data: ReportData): string => {
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(REPORT_SCRIPT)}`,
    `style-src ${sha256(REPORT_STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `${PAGE_START}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(data.file)} · workout-sync report</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<noscript><p>This report holds ${data.rows.length} workouts of ${escapeHtml(data.file)}. It needs JavaScript to show them; nothing leaves this page.</p></noscript>
<div id="report"></div>
<script type="application/json" id="data">${embeddable(data)}</script>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
};
