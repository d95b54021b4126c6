export const size = {
  bundler: 'esbuild',
  budget: 28_500,
  names: ['openHealthConnectExport', 'sqlJs', 'blobSource', 'isExportError'],
};

// What is no export is refused with words, before any SQLite is asked for.
export const probe = async ({ bytesSource, openHealthConnectExport }) => {
  const refused = await openHealthConnectExport(bytesSource(new Uint8Array(0), 'a.db')).catch((error) => error);
  return refused.code === 'empty' && refused.found === 'a.db with 0 bytes';
};
