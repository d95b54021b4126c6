export const size = { bundler: 'Metro', budget: 1000 };

export const probe = async ({ memoryState }) => {
  const state = memoryState();
  await state.transact({ expectRevision: 0, put: [{ key: 'a', value: '1' }], remove: [] });
  return (await state.read({ from: 'a', to: 'b' })).rows[0].value === '1';
};
