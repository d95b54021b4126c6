export const size = { bundler: 'Metro', budget: 5000 };

// Without a library it fails at the driver's first call, classed.
export const probe = async ({ sqliteState }) => {
  const driver = { all: () => Promise.reject(new Error('no library')), transact: () => Promise.resolve('done') };
  const failed = await sqliteState(driver)
    .read({ from: 'a', to: 'b' })
    .catch((error) => error);
  return failed.kind === 'unknown' && failed.message === 'SQLite failed: no library';
};
