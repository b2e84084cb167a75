/**
 * Who exists where nothing else is said, so that the sandbox runs by itself. All are invented: their SIREN begin with 000,
 * which is never given, and pass the check digit, so that nothing here speaks in the name of a real firm.
 */
export const defaultClients = [
  {
    name: 'employer',
    id: 'employer',
    secret: 'employer-secret',
    role: 'employer',
    subject: '000100016',
    sirets: ['00010001600013', '00010001600021'],
  },
  {
    name: 'employer2',
    id: 'employer2',
    secret: 'employer2-secret',
    role: 'employer',
    subject: '000100024',
    sirets: ['00010002400017'],
  },
  { name: 'moderator', id: 'moderator', secret: 'moderator-secret', role: 'moderator', subject: 'moderator' },
  { name: 'partner', id: 'partner', secret: 'partner-secret', role: 'partner', subject: 'emploi-public' },
  { name: 'partner2', id: 'partner2', secret: 'partner2-secret', role: 'partner', subject: 'jobs-prive' },
  { name: 'operator', id: 'operator', secret: 'operator-secret', role: 'operator', subject: 'operator' },
  { name: 'jobseeker', id: 'jobseeker', secret: 'jobseeker-secret', role: 'jobseeker', subject: 'jobseeker' },
];

export const defaultPartners = [
  { id: 'emploi-public', name: 'Emploi public', category: 'public' },
  { id: 'jobs-prive', name: 'Jobs privé', category: 'private' },
  { id: 'campus-formation', name: 'Campus formation', category: 'training' },
];
