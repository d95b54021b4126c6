import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { capacitorStore } from '../../src/platforms/capacitor/capacitor-store';
import type { CapacitorHealthModule } from '../../src/platforms/capacitor/module';
import { healthConnectStore } from '../../src/platforms/health-connect/health-connect-store';
import type { HealthConnectModule } from '../../src/platforms/health-connect/module';
import { HEALTHKIT_AVAILABILITY } from '../../src/platforms/healthkit/features';
import type { Availability, Capability } from '../../src/ports/availability';

/** The ready-made adapters, as the page heads their columns. */
const ADAPTERS: readonly (readonly [library: string, can: Availability])[] = [
  ['@kingstinct/react-native-healthkit 16', HEALTHKIT_AVAILABILITY],
  [
    'react-native-health-connect 4',
    healthConnectStore({} as HealthConnectModule, { packageName: 'com.example.app', isInForeground: () => true })
      .availability,
  ],
  [
    '@capgo/capacitor-health 8',
    capacitorStore({} as CapacitorHealthModule, {
      platform: 'health-connect',
      ownSources: ['com.example.app'],
      isInForeground: () => true,
    }).availability,
  ],
];

const PAGE = 'docs/adapters.md';

const capabilities = Object.keys(HEALTHKIT_AVAILABILITY) as Capability[];

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (): string =>
  [
    row('', ...ADAPTERS.map(([library]) => library)),
    row('---', ...ADAPTERS.map(() => '---')),
    ...capabilities.map((name) =>
      row(`\`${name}\``, ...ADAPTERS.map(([, can]) => (can[name] === 'yes' ? 'yes' : can[name][0]))),
    ),
  ].join('\n');

const reasons = (): string =>
  [
    row('', 'Library', '', 'Why'),
    row('---', '---', '---', '---'),
    ...capabilities.flatMap((name) =>
      ADAPTERS.flatMap(([library, can]) => {
        const answer = can[name];
        return answer === 'yes' ? [] : [row(`\`${name}\``, library, ...answer)];
      }),
    ),
  ].join('\n');

const between = (page: string, name: string, text: string): string =>
  page.replace(
    new RegExp(`(<!-- ${name}:start -->\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
    (_, start: string, end: string) => `${start}${text}\n${end}`,
  );

it('the page of adapters is what they say of themselves: WRITE_PAGES=1 npx vitest run test/platforms writes it', () => {
  const page = readFileSync(PAGE, 'utf8');
  const wanted = between(between(page, 'availability', table()), 'reasons', reasons());
  if (process.env.WRITE_PAGES) writeFileSync(PAGE, wanted);
  expect(readFileSync(PAGE, 'utf8')).toBe(wanted);
  expect(wanted).toContain('`write-laps`');
});
