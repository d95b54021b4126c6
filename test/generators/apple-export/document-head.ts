import type { Pen } from './format';

const attributes = (element: string, ...names: readonly string[]): string =>
  `<!ATTLIST ${element}\n${names.map((name) => `  ${name.padEnd(16)} CDATA #IMPLIED\n`).join('')}`;

const EYE = ['sphere', 'sphereUnit', 'cylinder', 'cylinderUnit', 'axis', 'axisUnit'];
const WRITTEN_BY = ['sourceName', 'sourceVersion', 'device', 'creationDate', 'startDate', 'endDate'];

/** iOS 16 never closed the list of attributes of a prescription, and put a `>` too many at the end. */
const prescriptions = (broken: boolean): string =>
  [
    '<!ELEMENT VisionPrescription ((RightEye|LeftEye|Attachment|MetadataEntry)*)>\n',
    attributes('VisionPrescription', 'type', 'dateIssued', 'expirationDate', 'brand'),
    broken ? '' : '>\n',
    '<!ELEMENT RightEye EMPTY>\n',
    attributes('RightEye', ...EYE),
    broken ? '' : '>\n',
    '<!ELEMENT LeftEye EMPTY>\n',
    attributes('LeftEye', ...EYE),
    broken ? '  device CDATA #IMPLIED\n<!ELEMENT MetadataEntry EMPTY>\n>\n>\n' : '>\n',
  ].join('');

const doctype = ({ format }: Pen): string =>
  [
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!-- HealthKit Export Version: ${format} -->\n`,
    '<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord|Audiogram',
    format >= 12 ? '|VisionPrescription' : '',
    ')*)>\n',
    `${attributes('HealthData', 'locale')}>\n`,
    `<!ELEMENT ExportDate EMPTY>\n${attributes('ExportDate', 'value')}>\n`,
    '<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>\n',
    `${attributes('Record', 'type', 'unit', 'value', ...WRITTEN_BY)}>\n`,
    '<!-- Note: Any Records that appear as children of a correlation also appear as top-level records in this document. -->\n',
    '<!ELEMENT Workout ((MetadataEntry|WorkoutEvent|WorkoutRoute',
    format >= 12 ? '|WorkoutStatistics' : '',
    ')*)>\n',
    `${attributes('Workout', 'workoutActivityType', 'duration', 'durationUnit', 'totalDistance', ...WRITTEN_BY)}>\n`,
    `<!ELEMENT WorkoutEvent (MetadataEntry?)>\n${attributes('WorkoutEvent', 'type', 'date', 'duration')}>\n`,
    `<!ELEMENT WorkoutRoute ((MetadataEntry|FileReference?)*)>\n${attributes('WorkoutRoute', ...WRITTEN_BY)}>\n`,
    `<!ELEMENT FileReference EMPTY>\n${attributes('FileReference', 'path')}>\n`,
    format >= 12 ? prescriptions(format === 12) : '',
    ']>\n',
  ].join('');

/** Everything before the first record. */
export const documentHead = (pen: Pen, exportedAt: number): string =>
  [
    doctype(pen),
    `<HealthData locale="${pen.locale.locale}">\n`,
    ` <ExportDate value="${pen.date(exportedAt)}"/>\n`,
    ' <Me HKCharacteristicTypeIdentifierDateOfBirth="1985-12-10"',
    ' HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"',
    ' HKCharacteristicTypeIdentifierBloodType="HKBloodTypeNotSet"',
    ' HKCharacteristicTypeIdentifierFitzpatrickSkinType="HKFitzpatrickSkinTypeNotSet"',
    ' HKCharacteristicTypeIdentifierCardioFitnessMedicationsUse="None"/>\n',
  ].join('');
