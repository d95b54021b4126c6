/** An error as `react-native-health-connect` rejects with it: a code of `ExceptionsUtils.kt`, and Android's message. */
export const rejection = (code: string, message: string): Error & { readonly code: string } =>
  Object.assign(new Error(message), { code });

/** Android's `SecurityException`. */
export const notAllowed = (what: string): Error =>
  rejection('PERMISSION_ERROR', `java.lang.SecurityException: Caller doesn't have ${what}`);

/** Android's `IllegalArgumentException`. */
export const invalidArgument = (message: string): Error => rejection('ARGUMENT_VALIDATION_ERROR', message);
