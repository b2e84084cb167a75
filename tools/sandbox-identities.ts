// Who exists in the sandbox. All are invented: their SIREN begin with 000, which INSEE never gives, and pass the check digit,
// so that no ad speaks in the name of a real firm.

export interface SandboxClient {
  readonly role: 'employer' | 'moderator' | 'partner' | 'operator' | 'jobseeker';
  /** An employer's SIREN, a partner's id. */
  readonly subject: string;
  /** The establishments that an employer hires for. */
  readonly sirets?: readonly string[];
}

export const sandboxClients: Readonly<Record<string, SandboxClient>> = {
  employer: { role: 'employer', subject: '000100016', sirets: ['00010001600013', '00010001600021'] },
  employer2: { role: 'employer', subject: '000100024', sirets: ['00010002400017'] },
  moderator: { role: 'moderator', subject: 'moderator' },
  partner: { role: 'partner', subject: 'emploi-public' },
  partner2: { role: 'partner', subject: 'jobs-prive' },
  operator: { role: 'operator', subject: 'operator' },
  jobseeker: { role: 'jobseeker', subject: 'jobseeker' },
};

/** Three partner portals that receive. */
export const sandboxPartners = [
  { id: 'emploi-public', name: 'Emploi public', category: 'public' },
  { id: 'jobs-prive', name: 'Jobs privé', category: 'private' },
  { id: 'campus-formation', name: 'Campus formation', category: 'training' },
] as const;
