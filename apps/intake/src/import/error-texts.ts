import type { Finding } from '@accord/contracts/finding';

/** What a person reads of an error. */
interface Texts {
  readonly message: string;
  readonly remedy: Finding['remedy'];
}

const texts = (message: string, fr: string, en: string): Texts => ({ message, remedy: { fr, en } });

const correctJson = ['Corrigez son JSON.', 'Correct its JSON.'] as const;
const byCode: Readonly<Record<string, Texts>> = {
  'wrong-type': texts(
    'Cette valeur manque ou n’a pas le bon type.',
    'Écrivez la valeur attendue.',
    'Write a value of the expected type.',
  ),
  'unknown-field': texts(
    'Ce champ n’existe pas.',
    'Retirez-le ou corrigez son nom.',
    'Remove it, or correct its name.',
  ),
  'not-allowed-value': texts(
    'Cette valeur n’est pas dans la liste.',
    'Choisissez une valeur de la liste.',
    'Choose a value of the list.',
  ),
  'wrong-format': texts(
    'Cette valeur n’a pas la bonne forme.',
    'Suivez la forme indiquée.',
    'Follow the form that is shown.',
  ),
  'too-small': texts('Cette valeur est trop petite ou trop courte.', 'Donnez-en davantage.', 'Give more.'),
  'too-big': texts('Cette valeur est trop grande ou trop longue.', 'Raccourcissez-la.', 'Shorten it.'),
  'not-json': texts('Cet enregistrement n’est pas du JSON.', ...correctJson),
  'not-utf8': texts(
    'Cet enregistrement n’est pas dans l’encodage annoncé.',
    'Encodez le fichier en UTF-8, ou annoncez son encodage : Content-Type: …; charset=windows-1252.',
    'Encode the file as UTF-8, or say its encoding: Content-Type: …; charset=windows-1252.',
  ),
  'duplicate-key': texts('Une clé figure deux fois.', 'Gardez-en une.', 'Keep one of them.'),
  'nul-character': texts('Un texte contient un caractère NUL.', 'Retirez-le.', 'Remove it.'),
  'lone-surrogate': texts(
    'Un texte contient un demi-caractère.',
    'Corrigez-le ou retirez-le.',
    'Correct or remove it.',
  ),
  'cannot-be-stored': texts(
    'Une valeur de cet enregistrement ne peut pas être conservée.',
    'Corrigez-la ; le reste du fichier n’est pas concerné.',
    'Correct it; the rest of the file is not concerned.',
  ),
  'too-deep': texts('L’enregistrement est trop imbriqué.', 'Aplatissez-le.', 'Make it flatter.'),
  'payload-too-large': texts('Cet enregistrement est trop long.', 'Raccourcissez ses textes.', 'Shorten its texts.'),
  'siret-not-yours': texts(
    'Cet établissement n’est pas le vôtre.',
    'Écrivez un de vos SIRET, ou demandez l’accès à celui-ci.',
    'Write a SIRET of yours, or ask for access to this one.',
  ),
  'unknown-occupation': texts(
    'Ce code ROME n’existe pas.',
    'Écrivez un code du ROME 4.0.',
    'Write a code of ROME 4.0.',
  ),
  'unknown-appellation': texts(
    'Ce code OGR n’existe pas.',
    'Corrigez-le ou retirez-le.',
    'Correct it, or leave it out.',
  ),
  'unknown-commune': texts(
    'Ce code INSEE n’existe pas.',
    'Écrivez celui du lieu de travail.',
    'Write the one of the workplace.',
  ),
  'postal-code-for-insee-code': texts(
    'C’est un code postal, pas un code INSEE.',
    'Écrivez ici le code INSEE de la commune.',
    "Write the commune's INSEE code here.",
  ),
  'insee-code-for-postal-code': texts(
    'C’est un code INSEE, pas un code postal.',
    'Écrivez ici le code postal.',
    'Write the postal code here.',
  ),
  'date-in-the-past': texts('Cette date est passée.', 'Écrivez une date à venir.', 'Write a date from today on.'),
  'unknown-reference': texts(
    'Aucune de vos offres n’a cette référence.',
    'Corrigez la référence ; une offre absente n’est pas à retirer.',
    'Correct the reference; what is not there need not be removed.',
  ),
  'state-forbids': texts(
    'L’état de cette offre ne le permet pas.',
    'Une offre retirée l’est pour de bon : prenez une autre référence.',
    'A withdrawn offer stays so: use another reference.',
  ),
  'missing-field': texts('Ce champ manque.', 'Remplissez-le.', 'Fill it in.'),
  'not-a-list': texts(
    'Le fichier n’est pas un tableau JSON.',
    'Envoyez un tableau [ … ], ou une offre par ligne en NDJSON.',
    'Send an array [ … ], or one offer a line as NDJSON.',
  ),
  'wrong-number-of-cells': texts(
    'Cette ligne n’a pas le nombre de cellules de l’en-tête.',
    'Mettez entre guillemets les textes qui contiennent le séparateur ou un saut de ligne.',
    'Quote texts that hold the delimiter or a line end.',
  ),
  'stray-quote': texts(
    'Un guillemet ferme une cellule trop tôt.',
    'Doublez les guillemets à l’intérieur d’une cellule.',
    'Double the quotes inside a quoted cell.',
  ),
  'unclosed-quote': texts(
    'Un guillemet ouvre une cellule et n’est jamais fermé.',
    'Fermez-le, ou doublez-le s’il fait partie du texte.',
    'Close it, or double it if it is part of the text.',
  ),
  'no-header': texts(
    'Aucune ligne ne nomme les colonnes.',
    'Commencez le fichier par les noms de colonnes.',
    'Begin the file with the column names.',
  ),
  'not-xml': texts('Ce XML est mal formé.', 'Corrigez le balisage.', 'Correct the markup.'),
  'dtd-refused': texts(
    'Le XML a une déclaration de type (DOCTYPE), qui est refusée.',
    'Envoyez-le sans DOCTYPE ni entités.',
    'Send it without DOCTYPE and entities.',
  ),
  'no-records': texts(
    'Le document ne contient aucun PositionOpening.',
    'Envoyez du HR-XML, version 2 ou 3.',
    'Send HR-XML, version 2 or 3.',
  ),
  'unknown-encoding': texts(
    'L’encodage annoncé n’est pas lu.',
    'Encodez le fichier en UTF-8.',
    'Encode the file as UTF-8.',
  ),
  compressed: texts(
    'Le fichier est compressé sans que ce soit dit.',
    'Ajoutez Content-Encoding: gzip, et compressez une seule fois.',
    'Add Content-Encoding: gzip, and compress it once.',
  ),
  truncated: texts('Le fichier s’arrête trop tôt.', 'Envoyez-le de nouveau, en entier.', 'Send it again, whole.'),
  'not-gzip': texts('Le fichier n’est pas un gzip valable.', 'Compressez-le de nouveau.', 'Compress it again.'),
  'timed-out': texts(
    'Plus rien n’est venu depuis longtemps.',
    'Envoyez de nouveau le fichier : ce qui est fait reviendra « unchanged ».',
    'Send the file again: what was done comes as “unchanged”.',
  ),
  'too-many-unreadable': texts(
    'Trop d’enregistrements de suite sont illisibles : la suite n’a pas été regardée.',
    'Corrigez ce que disent les reçus, puis envoyez de nouveau le fichier.',
    'Correct what the receipts say, then send the file again.',
  ),
  'too-many-lines': texts(
    'Ce fichier a trop de lignes.',
    'Envoyez la suite dans un autre fichier.',
    'Send the rest in another file.',
  ),
  'inflates-too-far': texts(
    'Le fichier se décompresse sans mesure.',
    'Envoyez-le sans compression.',
    'Send it uncompressed.',
  ),
};
const otherwise = texts('Cette valeur est refusée.', 'Corrigez-la.', 'Correct it.');

/** The French message and the remedy of an error's code. */
export const errorTexts = (code: string): Texts => byCode[code] ?? otherwise;
