import { asUser } from './connection.js';

describe('a url for another user', () => {
  it('keeps host, port, database and parameters', () =>
    expect(asUser('postgres://postgres@db.example:5433/accord?sslmode=verify-full', 'intake_app', 'p@ss/w')).toBe(
      'postgres://intake_app:p%40ss%2Fw@db.example:5433/accord?sslmode=verify-full',
    ));
  it('of a socket names the user in its parameters', () => {
    const url = new URL(asUser('postgres:///accord?host=/run/postgresql', 'intake_app', 'secret'));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      host: '/run/postgresql',
      user: 'intake_app',
      password: 'secret',
    });
  });
});
