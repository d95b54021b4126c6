export const size = {
  bundler: 'esbuild',
  budget: 50_000,
  names: ['openAppleHealthExport', 'blobSource', 'isExportError'],
};

export const probe = async ({ openAppleHealthExport, bytesSource }) => {
  const times = 'startDate="2024-05-01 07:00:00 +0200" endDate="2024-05-01 07:30:00 +0200"';
  const workout = `<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Strider" ${times}/>`;
  const xml = new TextEncoder().encode(`<HealthData>${workout}</HealthData>`);
  const { store } = await openAppleHealthExport(bytesSource(xml, 'export.xml'));
  const { items } = await store.readWorkouts({ window: { start: 0, end: Date.UTC(2030, 0, 1) } });
  const garbage = await openAppleHealthExport(bytesSource(xml.slice(0, 40))).catch(({ code }) => code);
  return items.length === 1 && items[0].end - items[0].start === 1_800_000 && garbage === 'truncated';
};
