import { ceased, closed, nodiff, type UnitRow } from './unit-row.js';

/** Units that hire nobody by themselves: ceased, not diffusible, and the keeper of public ads. */
export const others: readonly UnitRow[] = [
  {
    name: 'Mercerie Dormant',
    naf: '47.51Z',
    hires: '',
    at: [['00010005700017', '9 RUE HAUTE', 'lille', ceased]],
  },
  {
    name: 'Maraîchage Louvel',
    naf: '01.13Z',
    hires: '',
    at: [['00010006500010', 'LE BOURG', 'rennes', nodiff]],
  },
  {
    name: "Archive d'annonces publiques",
    naf: '91.01Z',
    hires: '',
    at: [['00010062800015', '1 IMPASSE DES ARCHIVES', 'rennes']],
  },
  {
    name: 'Filature du Chat Dormant',
    naf: '13.10Z',
    hires: '',
    at: [['00010063600018', '7 RUE DE LA QUENOUILLE', 'troyes', ceased]],
  },
  {
    name: "Librairie de l'Encre Sèche",
    naf: '47.61Z',
    hires: '',
    at: [['00010064400012', '3 RUE DU BUVARD', 'quimper', ceased]],
  },
  {
    name: 'Menuiserie Copelin',
    naf: '43.32A',
    hires: '',
    at: [['00010065100017', '5 RUE DU RABOT', 'saumur', nodiff]],
  },
  {
    name: 'Auberge des Pas Perdus',
    naf: '55.10Z',
    hires: '',
    at: [
      ['00010066900019', '1 RUE DU SEUIL', 'ajaccio', nodiff],
      ['00010066900027', '2 RUE DU SEUIL', 'ajaccio', closed],
    ],
  },
];
