import { best, both, code, give, job, title } from './rules.js';

/* Judgements that several queries share: what is good for who looks for this job, whatever else they ask. */

export const boulanger = job(/boulang/, 'D1102', 'D1104 D1117');
export const infirmier = best(
  give(3, title(/infirmier|\bide\b/)),
  give(2, code('J1503 J1504 J1506 J1507')),
  give(1, code('J1502 J1501')),
);
export const developpeur = best(
  give(3, title(/developpeu/)),
  give(2, code('M1805 M1855 M1861 M1831')),
  give(1, title(/programmeu|informaticien/)),
);
export const secretaire = best(
  give(3, title(/secretaire/)),
  give(2, code('M1607')),
  give(1, code('M1605 M1608 M1609')),
  give(1, title(/assistante? (admin|de dir)/)),
);
export const vendeur = best(give(3, title(/vendeu/)), give(1, title(/commerce|marchand/)));
export const comptable = job(/comptable/, 'M1203', 'M1608 M1206 M1202');
export const cariste = job(/cariste/, 'N1101', 'N1105 N1112');
export const menage = best(
  give(3, code('K1304 K2204')),
  give(3, title(/menage|agente? d'entretien|nettoyage/)),
  give(2, code('G1501 K1302')),
  give(1, code('K2202 J1301')),
);
export const camion = best(give(3, code('N4101')), give(2, title(/poids lourd|routier/)), give(1, code('N4105 N4116')));
export const maintenance = best(
  give(3, both(title(/technicien/), title(/maintenance/))),
  give(2, code('I1304 I1302 I1309')),
  give(1, title(/maintenance/)),
);
