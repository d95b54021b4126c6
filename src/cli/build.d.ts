/** The version in package.json, put in by the build. */
declare const WORKOUT_SYNC_VERSION: string;

/** The script of the report, bundled, and its style sheet. */
declare const REPORT_SCRIPT: string;
declare const REPORT_STYLE: string;
