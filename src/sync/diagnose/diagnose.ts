import type { Engine } from '../engine';
import { askAccess } from '../run/run';
import { isStop } from '../stop';
import type { Finding } from '../surface/finding';
import { accessFindings } from './access-findings';
import { runFindings } from './run-findings';
import { workoutFindings } from './workout-findings';

const SEVERITIES: readonly Finding['severity'][] = ['problem', 'warning', 'note'];

const accessNow = async (engine: Engine): Promise<readonly Finding[]> => {
  try {
    return accessFindings(engine, await askAccess(engine));
  } catch (thrown) {
    if (!isStop(thrown)) throw thrown;
    const { message = '' } = thrown.problem ?? {};
    return [{ code: 'store-unavailable', severity: 'problem', evidence: { message } }];
  }
};

/** What is wrong, the worst first, each with what shows it. */
export const diagnose = async (engine: Engine): Promise<readonly Finding[]> => {
  const found = [...(await accessNow(engine)), ...runFindings(engine), ...workoutFindings(engine)];
  return SEVERITIES.flatMap((severity) => found.filter((finding) => finding.severity === severity));
};
