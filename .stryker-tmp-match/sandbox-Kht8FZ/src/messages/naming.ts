/**
 * What a text calls the things that a reason only names by id. All of it is optional.
 *
 * @see {@link namingOf} takes all of it from a world.
 */
// @ts-nocheck

export interface Naming {
  /**
   * What a user calls a record.
   * @defaultValue its key in quotation marks
   */
  readonly record?: (key: string) => string | undefined;
  /**
   * What a user calls an app.
   * @defaultValue its identifier
   */
  readonly app?: (identifier: string) => string | undefined;
  /**
   * What a user calls the health store.
   * @defaultValue `the health store`
   */
  readonly store?: string;
  /**
   * The zone that times are shown in, in seconds east of UTC.
   * @defaultValue UTC, and marked so
   */
  readonly offsetSeconds?: number;
}
