import { Health } from '@capgo/capacitor-health';
import type { Connection, Sync } from 'workout-sync';
import { messageForConnection, messageForFinding, messageForProblem, messageForRun } from 'workout-sync/messages';
import { isIphone, type OpenSync } from './open-sync';

const NAMING = { store: isIphone ? 'Apple Health' : 'Health Connect' };

type Action = { readonly title: string; readonly act: (sync: Sync) => Promise<unknown> };

/** The one thing that the user can do about the connection; nothing where the advice is all there is. */
const actionFor = (action: Connection['action']): Action | undefined => {
  if (action === 'connect') {
    return { title: `Connect ${NAMING.store}`, act: (sync) => sync.connect().then(() => sync.run()) };
  }
  if (action === 'open-settings' && !isIphone) {
    return { title: 'Open settings', act: () => Health.openHealthConnectSettings() };
  }
  return undefined;
};

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
};

const list = (title: string, lines: readonly string[]): readonly HTMLElement[] => {
  const items = element('ul');
  items.append(...lines.map((line) => element('li', line)));
  return [element('h2', title), items];
};

/** Shows status, switch, *Sync now*, history and diagnosis in `place`, and keeps them up to date. */
export const showConnectionScreen = (place: HTMLElement, { sync, imports, setImports }: OpenSync): (() => void) => {
  let isOn = imports;
  let history: readonly string[] = [];
  let findings: readonly string[] | undefined;
  let failure: string | undefined;

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    failure = undefined;
    await act().catch(({ message }: Error) => {
      failure = message;
    });
    show();
  };

  const button = (title: string, act: () => Promise<unknown>): HTMLButtonElement => {
    const made = element('button', title);
    made.addEventListener('click', () => attempt(act));
    return made;
  };

  const toggle = (): HTMLElement => {
    const label = element('label', 'Import workouts ');
    const box = element('input');
    box.type = 'checkbox';
    box.checked = isOn;
    box.addEventListener('change', () =>
      attempt(async () => {
        await setImports(box.checked);
        isOn = box.checked;
      }),
    );
    label.append(box);
    return label;
  };

  const show = (): void => {
    const { connection, problem, sync: doing } = sync.getSnapshot();
    const action = actionFor(connection.action);
    const { text, advice } = messageForConnection(connection, NAMING);
    const isBusy = doing.kind === 'running';
    place.replaceChildren(
      element('h1', NAMING.store),
      element('p', connection.action === 'none' ? text : [text, advice].filter(Boolean).join(' ')),
      ...(action ? [button(action.title, () => action.act(sync))] : []),
      toggle(),
      ...(isBusy ? [element('p', `Syncing: ${doing.progress.done}`)] : [button('Sync now', () => sync.run())]),
      ...(problem ? [element('p', messageForProblem(problem, NAMING).text)] : []),
      ...(failure ? [element('p', failure)] : []),
      ...list('History', history),
      button('Something is missing?', async () => {
        const found = (await sync.diagnose()).map((finding) => messageForFinding(finding, NAMING));
        findings = found.map(({ text, advice }) => [text, advice].filter(Boolean).join(' '));
      }),
      ...(findings ? list('Diagnosis', findings.length > 0 ? findings : ['Nothing is wrong.']) : []),
    );
  };

  const readHistory = async (): Promise<void> => {
    const { runs } = await sync.history();
    history = runs.map((run) => `${new Date(run.startedAt).toLocaleString()}: ${messageForRun(run, NAMING).text}`);
    show();
  };

  const stop = sync.subscribe(({ kind }) => {
    if (kind === 'run-ended') void readHistory();
    else show();
  });
  show();
  void readHistory();
  return stop;
};
