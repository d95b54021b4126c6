type Settings<Switches> = { readonly [Name in keyof Switches]: readonly Switches[Name][] };

type Named<Switches> = readonly [name: string, switches: Partial<Switches>];

/** Every setting of every switch, the others at their defaults. */
export const eachSetting = <Switches extends object>(settings: Settings<Switches>): readonly Named<Switches>[] =>
  Object.entries<readonly unknown[]>(settings).flatMap(([name, values]) =>
    values.map((value): Named<Switches> => [`${name}: ${value}`, { [name]: value } as Partial<Switches>]),
  );

/** The defaults, and every switch the other way round at once. */
export const bothWays = <Switches extends object>(settings: Settings<Switches>): readonly Named<Switches>[] => {
  const others = Object.entries<readonly unknown[]>(settings).map(([name, values]) => [
    name,
    values[values.length - 1],
  ]);
  return [
    ['as the sources suggest', {}],
    ['the other way round', Object.fromEntries(others) as Partial<Switches>],
  ];
};
