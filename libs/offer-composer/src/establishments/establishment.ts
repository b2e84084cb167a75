/** An establishment as the sandbox's register knows it. */
export interface Establishment {
  readonly siret: string;
  /** Of its legal unit. */
  readonly name: string;
  readonly state: 'open' | 'closed';
  readonly unitState: 'active' | 'ceased';
  /** `no`: its owner has asked that nothing of it be published; the register then says only that it exists. */
  readonly diffusible: 'yes' | 'no';
  readonly naf: string;
  readonly street: string;
  readonly postalCode: string;
  readonly communeInsee: string;
  readonly communeName: string;
  readonly closedOn?: string;
}
