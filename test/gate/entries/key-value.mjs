export const size = { bundler: 'Metro', budget: 5000 };

export const probe = async ({ keyValueState }) => {
  const items = new Map();
  const state = keyValueState({
    getItem: (key) => items.get(key),
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  });
  await state.transact({ expectRevision: 0, put: [{ key: 'a', value: '1' }], remove: [] });
  return (await state.read({ from: 'a', to: 'b' })).rows[0].value === '1' && items.size === 2;
};
