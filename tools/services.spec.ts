import { services } from './services.ts';
import { sandboxClients, sandboxPartners } from './sandbox-identities.ts';

const names = services.map(({ name }) => name);
const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

describe('the table of services', () => {
  it('gives each a name and a port of its own', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(services.map(({ port }) => port)).size).toBe(names.length);
  });

  it('lets in callers that exist', () => {
    for (const { callers } of services) expect([...names, 'launcher']).toEqual(expect.arrayContaining([...callers]));
  });

  it('stops the front door first, and who asks before whom it asks', () => {
    const stops = (name: string) => services.find((service) => service.name === name)?.stops ?? 0;
    expect(Math.min(...services.map((service) => service.stops))).toBe(stops('web'));
    expect(stops('publisher')).toBeLessThan(stops('consent'));
    expect(stops('publisher')).toBeLessThan(stops('intake'));
    expect(stops('intake')).toBeLessThan(stops('consent'));
  });
});

describe('who exists in the sandbox', () => {
  it('has numbers that pass the check digit', () => {
    const employers = Object.values(sandboxClients).filter(({ role }) => role === 'employer');
    for (const { subject, sirets = [] } of employers) {
      expect(luhn(subject)).toBe(true);
      for (const siret of sirets) expect([siret.slice(0, 9), luhn(siret)]).toEqual([subject, true]);
    }
    expect(employers).toHaveLength(2);
  });

  it('has partners that log in as portals that receive', () => {
    const partners = Object.values(sandboxClients).filter(({ role }) => role === 'partner');
    const ids: string[] = sandboxPartners.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(partners.map(({ subject }) => subject)));
  });
});
