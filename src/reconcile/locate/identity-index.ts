/** Which items share an id. */
export interface IdentityIndex<Item> {
  readonly add: (id: string, item: Item) => void;
  readonly remove: (id: string, item: Item) => void;
  readonly sharing: (id: string) => readonly Item[];
}

/** Makes an index that knows nothing yet. **Cost** a look-up costs what it finds. */
export const identityIndex = <Item>(): IdentityIndex<Item> => {
  const items = new Map<string, Item[]>();
  const sharing = (id: string): readonly Item[] => items.get(id) ?? [];
  return {
    sharing,
    add: (id, item) => {
      const known = items.get(id);
      if (known) known.push(item);
      else items.set(id, [item]);
    },
    remove: (id, item) => {
      const rest = sharing(id).filter((other) => other !== item);
      if (rest.length > 0) items.set(id, rest);
      else items.delete(id);
    },
  };
};
