/** Shortest word in which one wrong letter is forgiven: in shorter ones it is as often another word. */
const shortest = 7;

/** Whether one letter more, less, another one or two that changed places make `b` of `a`. Time linear in the words. */
function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.length - start - end, b.length - start - end];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** Words of one beginning and length, so that a word is compared with few. */
export class WordShelf {
  private readonly shelves = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < shortest || !/^\p{L}+$/u.test(word)) continue;
      const key = `${word.slice(0, 2)}${word.length}`;
      const shelf = this.shelves.get(key);
      if (shelf === undefined) this.shelves.set(key, [word]);
      else shelf.push(word);
    }
  }

  /** The one word that was meant by a misspelt one; undefined where none or more than one is a slip away. */
  meant(word: string): string | undefined {
    if (word.length < shortest || word.length > 24 || !/^\p{L}+$/u.test(word)) return undefined;
    const near = [-1, 0, 1].flatMap((more) => this.shelves.get(`${word.slice(0, 2)}${word.length + more}`) ?? []);
    const found = near.filter((one) => oneSlipApart(word, one));
    return found.length === 1 ? found[0] : undefined;
  }
}
