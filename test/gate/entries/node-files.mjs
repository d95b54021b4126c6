export const size = { bundler: 'esbuild', budget: 1650, names: ['openFile', 'openFolder', 'openPath'] };

export const probe = async ({ openPath }) => {
  const file = await openPath('package.json');
  const [first] = await file.read(0, 1);
  await file.close();
  return first === 0x7b;
};
