/** An element of an XML record: names without their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text that stands in it, that of its children left out. */
  readonly text: string;
}

/** What a path of element names led to. */
export interface Said {
  readonly path: string;
  readonly text: string;
}

/** The elements a path leads to: names of children, one below the other, between slashes. */
export function elementsAt(element: XmlElement, path: string): XmlElement[] {
  let found: XmlElement[] = [element];
  for (const name of path.split('/')) {
    found = found.flatMap(({ children }) => children.filter((one) => one.name === name));
  }
  return found;
}

/** All the text in an element, that of its children included. */
export const wholeText = ({ text, children }: XmlElement): string =>
  [text, ...children.map(wholeText)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

/** What the first of several paths says that leads to an element with text. */
export function firstSaid(element: XmlElement, paths: readonly string[]): Said | undefined {
  for (const path of paths) {
    for (const found of elementsAt(element, path)) {
      const text = wholeText(found);
      if (text !== '') return { path, text };
    }
  }
  return undefined;
}

/** The elements of these names at any depth, with the paths that lead there, in the order of the document. */
export function descendants(
  element: XmlElement,
  names: ReadonlySet<string>,
  above = '',
): { readonly element: XmlElement; readonly path: string }[] {
  return element.children.flatMap((child) => {
    const path = above === '' ? child.name : `${above}/${child.name}`;
    const below = descendants(child, names, path);
    return names.has(child.name) ? [{ element: child, path }, ...below] : below;
  });
}
