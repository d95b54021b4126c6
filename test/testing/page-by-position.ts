import type { Page, PageRequest } from '../../src/ports/page';

/** Reads by counting from the first: what goes meanwhile moves the rest, and one that stays is never given. */
export const byPosition =
  <Item>(read: (request: PageRequest) => Promise<Page<Item>>) =>
  async ({ window, page = '0', limit = 1000 }: PageRequest): Promise<Page<Item>> => {
    const all = (await read({ window })).items;
    const [from, to] = [Number(page), Number(page) + limit];
    return {
      items: all.slice(from, to),
      complete: to >= all.length,
      window,
      ...(to < all.length && { next: `${to}` }),
    };
  };
