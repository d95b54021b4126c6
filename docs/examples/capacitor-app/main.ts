import { showConnectionScreen } from './connection-screen';
import { openSync } from './open-sync';

const place = document.querySelector<HTMLElement>('main');
if (place === null) throw new Error('index.html needs a <main>');

openSync().then(
  (opened) => {
    showConnectionScreen(place, opened);
    return opened.sync.run({ trigger: 'app-opened', ifOlderThanSeconds: 300 });
  },
  ({ message }: Error) => {
    place.textContent = message;
  },
);
