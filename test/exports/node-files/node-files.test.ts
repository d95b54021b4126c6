import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFileTree } from '../../../src/exports/bytes/byte-source';
import { gatherBytes } from '../../../src/exports/bytes/byte-streams';
import { openFile, openFolder, openPath } from '../../../src/exports/node-files';
import { findFiles } from '../../../src/exports/node-files/find-files';
import { temporaryFolder } from '../../temporary-folder';

const folder = temporaryFolder('files');
mkdirSync(join(folder, 'export/routes'), { recursive: true });
writeFileSync(join(folder, 'export/export.xml'), 'Hello');
writeFileSync(join(folder, 'export/routes/a.gpx'), 'Route');
writeFileSync(join(folder, 'secret'), 'no');
symlinkSync(join(folder, 'secret'), join(folder, 'export/link'));
symlinkSync(folder, join(folder, 'export/circle'));

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('openFile', () => {
  it('reads any part of a file', async () => {
    const file = await openFile(join(folder, 'export/export.xml'));
    expect(file).toMatchObject({ name: 'export.xml', size: 5 });
    expect(textOf(await file.read(1, 3))).toBe('el');
    expect(textOf(await file.read(3, 99))).toBe('lo');
    expect((await file.read(7, 9)).length).toBe(0);
    await file.close();
  });

  it('may be closed twice, and reads nothing then', async () => {
    const file = await openFile(join(folder, 'export/export.xml'));
    await file.close();
    await file.close();
    await expect(file.read(0, 5)).rejects.toThrow();
  });

  it.each([
    ['missing', 'ENOENT'],
    ['export', 'EISDIR'],
  ])('says why %s cannot be opened', async (path, code) => {
    await expect(openFile(join(folder, path))).rejects.toMatchObject({ code });
  });
});

describe('openFolder', () => {
  it('lists the files in it and below, and follows no link', async () => {
    const tree = await openFolder(join(folder, 'export'));
    expect(tree.name).toBe('export');
    expect((await tree.list()).map(({ path, size }) => [path, size])).toEqual([
      ['export.xml', 5],
      ['routes/a.gpx', 5],
    ]);
  });

  it('looks no further down than an unpacked export goes, and into no hidden folder', async () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, 'a/b/c'), { recursive: true });
    mkdirSync(join(home, '.hidden'));
    for (const path of ['0', 'a/1', 'a/b/2', 'a/b/c/3', '.hidden/4']) writeFileSync(join(home, path), '');
    expect((await (await openFolder(home)).list()).map(({ path }) => path)).toEqual(['0', 'a/1', 'a/b/2']);
  });

  it('gives up a folder that holds more files than an export has', async () => {
    const home = join(folder, 'full');
    mkdirSync(join(home, 'a'), { recursive: true });
    for (const path of ['0', 'a/1', 'a/2']) writeFileSync(join(home, path), '');
    expect(await findFiles(home, { levels: 2, files: 3 })).toEqual(['0', 'a/1', 'a/2']);
    await expect(findFiles(home, { levels: 2, files: 2 })).rejects.toMatchObject({
      code: 'wrong-file',
      found: 'full with more than 2 files',
    });
  });

  it('opens each of them as a stream, as often as wanted', async () => {
    const tree = await openFolder(join(folder, 'export'));
    const routes = (await tree.list()).filter(({ path }) => path.endsWith('.gpx'));
    for (const { open } of [...routes, ...routes]) expect(textOf(await gatherBytes(await open(), 99))).toBe('Route');
    expect(routes.length).toBe(1);
  });

  it('ends its open streams when it is closed', async () => {
    const tree = await openFolder(join(folder, 'export'));
    const streams = await Promise.all((await tree.list()).map(({ open }) => open()));
    await tree.close();
    for (const stream of streams) {
      await expect(stream.next()).rejects.toThrow();
      await stream.close();
    }
    expect(streams.length).toBe(2);
  });

  it('says why a folder cannot be opened', async () => {
    await expect(openFolder(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(openFolder(join(folder, 'secret'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('openPath', () => {
  it('opens a file as a source and a folder as a tree', async () => {
    const file = await openPath(join(folder, 'secret'));
    const tree = await openPath(join(folder, 'export'));
    expect([isFileTree(file), isFileTree(tree)]).toEqual([false, true]);
    await Promise.all([file.close(), tree.close()]);
  });
});
