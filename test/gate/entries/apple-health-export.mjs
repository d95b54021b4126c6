export const size = {
  bundler: 'esbuild',
  budget: 41_000,
  names: ['openAppleHealthExport', 'blobSource', 'isExportError'],
};

// The same workout as a text and in an archive, which takes an engine that unpacks: one that does not is told so.
export const probe = async ({ openAppleHealthExport, bytesSource }) => {
  const packed = [
    'UEsDBBQAAAAIAABAoliDQaGqeQAAALUAAAAeAAAAYXBwbGVfaGVhbHRoX2V4cG9ydC9leHBvcnQueG1ss/FITcwpyXBJLEm0swnP',
    'L8rOLy1RKIfQjsklmWWZJZUhlQWptkoe3uGYwkGleXmZeelKCsX5pUXJqX6JuUCVwSVFmSmpRUDBksSiEqDRQDEjAyMTXQNTXQND',
    'BQNzKwMDIFLQNjAyMFBSSM1LwabGGEmNvp2NPpJDAVBLAQIUAxQAAAAIAABAoliDQaGqeQAAALUAAAAeAAAAAAAAAAAAAACAAQAA',
    'AABhcHBsZV9oZWFsdGhfZXhwb3J0L2V4cG9ydC54bWxQSwUGAAAAAAEAAQBMAAAAtQAAAAAA',
  ];
  const zip = Uint8Array.from(atob(packed.join('')), (letter) => letter.charCodeAt(0));
  const times = 'startDate="2024-05-01 07:00:00 +0200" endDate="2024-05-01 07:30:00 +0200"';
  const workout = `<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Strider" ${times}/>`;
  const xml = new TextEncoder().encode(`<HealthData>${workout}</HealthData>`);
  const workoutsIn = async (bytes) => {
    const { store } = await openAppleHealthExport(bytesSource(bytes));
    return JSON.stringify((await store.readWorkouts({ window: { start: 0, end: Date.UTC(2030, 0, 1) } })).items);
  };
  const read = await workoutsIn(xml);
  const unpacked = await workoutsIn(zip);
  const cut = await workoutsIn(xml.slice(0, 40)).catch(({ code }) => code);
  globalThis.ReadableStream = undefined;
  globalThis.DecompressionStream = undefined;
  const refused = await workoutsIn(zip).catch(({ expected }) => expected);
  return (
    read.includes('"activity":"running"') && read === unpacked && cut === 'truncated' && /can unpack/.test(refused)
  );
};
