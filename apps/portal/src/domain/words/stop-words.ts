/** Words that tell nothing: they are neither indexed nor looked for, but keep their place in a phrase. */
const STOP_WORDS = new Set(
  (
    'au aux avec ce ces cet cette chez ci comme dans de des du elle elles en est et etre eu il ils je la le les leur leurs lui ma mais me ' +
    'mes moi mon ne nos notre nous on ou par pas pour qu que qui sa sans se ses si son sont sous sur ta te tes toi ton tu un une vers vos ' +
    'votre vous hf fh mf'
  ).split(' '),
);

/** Whether a folded word can be found at all. One letter is none: "H/F", the d of "d'usine". */
export const isSearchable = (word: string): boolean => word.length > 1 && !STOP_WORDS.has(word);
