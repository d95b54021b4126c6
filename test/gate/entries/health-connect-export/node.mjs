export const size = { bundler: 'esbuild', budget: 1000, names: ['nodeSqlite'] };

// The oldest Node has no SQLite, and says so.
export const probe = async ({ nodeSqlite }) => {
  const refused = await nodeSqlite()({ path: 'a.db', size: 0 }).catch((error) => error);
  return refused.kind === 'update-required' && refused.message.includes('22.13');
};
