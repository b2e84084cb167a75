import type { UnitRow } from './unit-row.js';

/** Units that hire, sections H to U of the NAF: transport, hotels, offices, agencies, public service, care, arts. */
export const services: readonly UnitRow[] = [
  {
    name: 'Tramways du Val Feint',
    naf: '49.31Z',
    hires: 'N41 N42 N43 N44',
    at: [['00010027100014', '50 AVENUE DES RAILS', 'montpellier']],
  },
  {
    name: 'Transports Peuvrel',
    naf: '49.41A',
    hires: 'N11 N12 N41 N42',
    at: [
      ['00010004000013', '17 ROUTE DU PORT', 'saint-denis'],
      ['00010004000021', '3 ZONE DES DOCKS', 'nantes'],
    ],
  },
  {
    name: "Compagnie des Passages de l'Île Haute",
    naf: '50.10Z',
    hires: 'N31 N32',
    at: [['00010028900016', '3 QUAI DU PHARE', 'calais']],
  },
  {
    name: 'Messageries des Trois Ponts',
    naf: '52.10B',
    hires: 'N11 N12 N13 N41 N42',
    at: [
      ['00010029700019', '60 RUE DES QUAIS', 'lyon'],
      ['00010029700027', '7 ZONE DU CANAL', 'marseille'],
    ],
  },
  {
    name: 'Aérodrome des Landes Blanches',
    naf: '52.23Z',
    hires: 'N21 N22',
    at: [['00010030500010', '1 ROUTE DE LA MANCHE A AIR', 'bordeaux']],
  },
  {
    name: 'Hôtels de la Lanterne Sourde',
    naf: '55.10Z',
    hires: 'G11 G14 G15 G16 G17 G18',
    at: [
      ['00010031300014', '12 QUAI DES VEILLEURS', 'paris'],
      ['00010031300022', '2 RUE DU GUET', 'annecy'],
      ['00010031300030', '6 RUE DES LAMPIONS', 'fort-de-france'],
    ],
  },
  {
    name: 'Tables du Vieux Beffroi',
    naf: '56.10A',
    hires: 'G14 G16 G18',
    at: [
      ['00010032100017', '5 PLACE DU BEFFROI', 'lille'],
      ['00010032100025', '19 RUE DES MARMITES', 'toulouse'],
    ],
  },
  {
    name: 'Éditions du Moulin à Encre',
    naf: '58.11Z',
    hires: 'E11 E12 E13 E14',
    at: [['00010033900019', '31 RUE DES PLOMBS', 'paris']],
  },
  {
    name: 'Réseaux du Fil Tendu',
    naf: '61.10Z',
    hires: 'I13 I14 M18 H11',
    at: [['00010034700012', '13 RUE DES RELAIS', 'dijon']],
  },
  {
    name: "Studio Pixel d'Ardoise",
    naf: '62.01Z',
    hires: 'M18 E11 E12 E14 H12',
    at: [
      ['00010035400018', '8 RUE DES OCTETS', 'nantes'],
      ['00010035400026', '21 RUE DES TRAMES', 'paris'],
    ],
  },
  {
    name: 'Crédit du Petit Sentier',
    naf: '64.19Z',
    hires: 'C12 C13 C14 M12',
    at: [
      ['00010036200011', '2 RUE DES GROS SOUS', 'limoges'],
      ['00010036200029', '44 AVENUE DU LIARD', 'strasbourg'],
    ],
  },
  {
    name: 'Assurances du Parapluie Gris',
    naf: '65.12Z',
    hires: 'C11 C14 D14 M12',
    at: [['00010037000014', '16 BOULEVARD DES AVERSES', 'rouen']],
  },
  {
    name: 'Agence Immobilière des Trois Clés Perdues',
    naf: '68.31Z',
    hires: 'C15 D14',
    at: [['00010038800016', '6 RUE DES SERRURES', 'montpellier']],
  },
  {
    name: 'Conseil et Comptes du Quai Nord',
    naf: '69.20Z',
    hires: 'K19 M11 M12 M13 M14 M15 M16 M17 D14',
    at: [
      ['00010039600019', '27 QUAI NORD', 'lyon'],
      ['00010039600027', '3 RUE DES REGISTRES', 'paris'],
    ],
  },
  {
    name: "Bureau d'Études de la Boussole Carrée",
    naf: '71.12B',
    hires: 'A13 F11 F12 H11 H12 H13 H14 H15 I11',
    at: [['00010040400011', '9 RUE DES EQUERRES', 'toulouse']],
  },
  {
    name: 'Institut des Mesures Lentes',
    naf: '72.19Z',
    hires: 'K24 H12 H15 J13',
    at: [['00010041200014', '1 ALLEE DES PENDULES', 'grenoble']],
  },
  {
    name: 'Clinique Vétérinaire du Lévrier Bleu',
    naf: '75.00Z',
    hires: 'A15',
    at: [['00010042000017', '4 RUE DU CHENIL', 'tours']],
  },
  {
    name: 'Agence Interim du Pont',
    naf: '78.20Z',
    hires: '*',
    at: [['00010007300014', '21 BOULEVARD DU PONT', 'lyon']],
  },
  {
    name: 'Intérim des Quatre Saisons Feintes',
    naf: '78.20Z',
    hires: '*',
    at: [
      ['00010043800019', '11 RUE DES ALMANACHS', 'marseille'],
      ['00010043800027', '70 RUE DES CALENDRIERS', 'lille'],
    ],
  },
  {
    name: 'Voyages du Long Détour',
    naf: '79.12Z',
    hires: 'G11 G13',
    at: [['00010044600012', '5 RUE DES BOUSSOLES', 'strasbourg']],
  },
  {
    name: 'Vigie du Port Calme',
    naf: '80.10Z',
    hires: 'K25',
    at: [['00010045300018', '12 RUE DE LA RONDE', 'marseille']],
  },
  {
    name: 'Propreté des Deux Phares',
    naf: '81.21Z',
    hires: 'K22',
    at: [
      ['00010046100011', '8 RUE DES SEAUX', 'brest'],
      ['00010046100029', '30 RUE DES EPONGES', 'paris'],
    ],
  },
  {
    name: "Les Ailes d'Étain, entreprise adaptée",
    naf: '82.92Z',
    hires: 'H33 N11 M16 E13',
    at: [['00010047900013', '2 RUE DES HIRONDELLES', 'clermont']],
  },
  {
    name: 'Syndicat des Communes du Val Feint',
    naf: '84.11Z',
    hires: 'A12 K12 K14 K15 K16 K17 K18 K23 F12 M16',
    at: [
      ['00010048700016', '1 PLACE DE LA MAIRIE', 'dijon'],
      ['00010048700024', '14 RUE DU CADASTRE', 'limoges'],
    ],
  },
  {
    name: "École de la Tour d'Encre",
    naf: '85.31Z',
    hires: 'K21 K11',
    at: [
      ['00010049500019', '18 RUE DES PUPITRES', 'bordeaux'],
      ['00010049500027', '2 RUE DE LA CRAIE', 'cayenne'],
    ],
  },
  {
    name: 'Clinique des Trois Chênes',
    naf: '86.10Z',
    hires: 'J11 J12 J13 J14 J15 I12 M16',
    at: [
      ['00010003200010', '2 ALLEE DES CHENES', 'lyon'],
      ['00010003200028', '5 RUE DU PARC', 'ajaccio'],
    ],
  },
  {
    name: "Résidence des Glycines d'Argent",
    naf: '87.10A',
    hires: 'J11 J13 J14 J15 K12 K13',
    at: [['00010050300010', '25 RUE DES TONNELLES', 'clermont']],
  },
  {
    name: 'Aide à Domicile Les Mains Claires',
    naf: '88.10A',
    hires: 'K13 K11 J15',
    at: [
      ['00010051100013', '7 RUE DES PALIERS', 'perpignan'],
      ['00010051100021', '13 RUE DU VEILLOIR', 'saint-denis'],
    ],
  },
  {
    name: 'Chantiers Solidaires du Lavoir',
    naf: '88.99B',
    hires: 'A12 K22 K23 F16 N11 K12',
    at: [['00010052900015', '3 RUE DU LAVOIR', 'rennes']],
  },
  {
    name: 'Théâtre de la Lune Carrée',
    naf: '90.01Z',
    hires: 'L11 L12 L13 L15 K16',
    at: [['00010053700018', '10 RUE DES CINTRES', 'toulouse']],
  },
  {
    name: "Ateliers d'Art de la Halle Peinte",
    naf: '90.03A',
    hires: 'B11 B12 B13 B14 B15 B16 B17 B18',
    at: [['00010054500011', '6 RUE DES PINCEAUX', 'strasbourg']],
  },
  {
    name: 'Musée des Outils Perdus',
    naf: '91.02Z',
    hires: 'K16 G11 G12',
    at: [['00010055200017', '1 RUE DES ENCLUMES', 'metz']],
  },
  {
    name: 'Base de Loisirs du Lac Feint',
    naf: '93.29Z',
    hires: 'G12 L14 G11',
    at: [['00010056000010', '1 PLAGE DU LAC', 'annecy']],
  },
  {
    name: "Les Passerelles de l'Orme",
    naf: '94.99Z',
    hires: 'G12 K11 K12 K18',
    at: [['00010057800012', '9 RUE DES GUEUX', 'lille']],
  },
  {
    name: 'Salon La Mèche Folle',
    naf: '96.02A',
    hires: 'D1202 D1203 D1208 D1215 D1216 D1217 D1218 D1220 D1222 D1225 D1231 D1232 D1237 D1239 D1240 D1241',
    at: [['00010058600015', '2 RUE DES PEIGNES', 'nantes']],
  },
  {
    name: 'Blanchisserie du Drap Volant',
    naf: '96.01B',
    hires: 'D1205 D1206 D1207 D1226 D1228 D1229 D1236 D1242',
    at: [['00010067700012', '11 RUE DES LAVANDIERES', 'rouen']],
  },
  {
    name: 'Pompes Funèbres du Cèdre Dormant',
    naf: '96.03Z',
    hires: 'K26',
    at: [['00010059400019', '4 ALLEE DU CEDRE', 'poitiers']],
  },
  {
    name: 'Particuliers Employeurs de la Rue Courbe',
    naf: '97.00Z',
    hires: 'K13',
    at: [['00010060200010', '12 RUE COURBE', 'rennes']],
  },
  {
    name: 'Bureau International des Marges',
    naf: '99.00Z',
    hires: 'K14 K19 M16 E11',
    at: [['00010061000013', '3 AVENUE DES MARGES', 'strasbourg']],
  },
];
