import { SaxesParser } from 'saxes';
import { withoutForbidden } from './forbidden';

/**
 * One element of XML.
 *
 * **Shape** `attributes` holds the first value of each name; `repeated` what came again under a name that was there, in
 * order: some versions of iOS write `startDate` twice where they mean `endDate`.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly repeated: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElement[];
}

/** Deviations that leave no doubt what was meant. An undefined entity stays as it is written: none is ever expanded. */
const TOLERATED = /duplicate attribute|undefined entity/;

/** No element of an export lies deeper; markup made to exhaust the stack does. */
const DEEPEST = 32;

interface Building extends XmlElement {
  readonly attributes: Record<string, string>;
  readonly repeated: [string, string][];
  readonly children: Building[];
}

const emptyElement = (): Building => ({ name: '', attributes: Object.create(null), repeated: [], children: [] });

/**
 * Parses one element with everything in it.
 *
 * **Laws** no entity is expanded beyond the five that XML defines and numbers (`&#38;`).
 *
 * **Errors** throws an `Error` with the parser's words where the text is no well-formed element.
 */
export const parseElement = (text: string): XmlElement => {
  const parser = new SaxesParser({ position: false });
  const root = emptyElement();
  const open: Building[] = [root];
  let coming = emptyElement();
  parser.on('error', (error) => {
    if (!TOLERATED.test(error.message)) throw error;
  });
  parser.on('attribute', ({ name, value }) => {
    if (name in coming.attributes) coming.repeated.push([name, value]);
    else coming.attributes[name] = value;
  });
  parser.on('opentag', ({ name }) => {
    if (open.length > DEEPEST) throw new Error(`elements nested more than ${DEEPEST} deep`);
    const element = { ...coming, name };
    open[open.length - 1]?.children.push(element);
    open.push(element);
    coming = emptyElement();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(withoutForbidden(text)).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('no element');
  return element;
};
