/** "H/F", "(F/H)", "[m/f/d]", and all that stands behind it. */
const GENDERS = /\s*[([]?\s*(?<![\p{L}\p{N}])[hfmw]\s?[/|]\s?[hfmwxd](?![\p{L}\p{N}])[^]*$/iu;
/** What is said of the contract behind the name. */
const CONTRACT = /\s(?:à|en|-|–)\s(?:temps|apprentissage|alternance|cdi|cdd|stage|intérim)(?![\p{L}\p{N}])[^]*$/iu;
const BESIDE = /\s[-–|]\s[^]*$/u;
const BRACKETS = /\([^()]{0,80}\)/g;

/** The name of the job in an ad's title, without gender marks, contract and place: "Comptable (H/F) - CDI" is "Comptable". */
export function titleName(title: string): string {
  let name = title;
  for (const beside of [GENDERS, CONTRACT, BESIDE]) {
    const shorter = name.replace(beside, '');
    if (shorter.trim() !== '') name = shorter;
  }
  const plain = name.replaceAll(BRACKETS, ' ').trim();
  return plain === '' ? name.trim() : plain;
}
