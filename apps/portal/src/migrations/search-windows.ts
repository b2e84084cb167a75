/**
 * Blocks of time, each eight times as long as the one before: 8 seconds at level 1, 34 years at level 10. An ad has the
 * term of its block at every level, so that the newest matches are found in a few windows of time: a common word costs what
 * its first window holds, a rare one what it has in all.
 */
export const blocks = `
  create or replace function ad_blocks(level integer, first bigint, last bigint) returns tsquery
  language sql immutable parallel safe as $$
    select string_agg(format('''t:%s:%s''', level, number), '|')::tsquery from generate_series(first, last) number
  $$;
  create or replace function ad_block_of(level integer, at timestamptz) returns bigint
  language sql immutable parallel safe as $$ select floor(extract(epoch from at) / 8::numeric ^ level)::bigint $$;
  create or replace function ad_block_start(level integer, number bigint) returns timestamptz
  language sql immutable parallel safe as $$ select to_timestamp((number * 8::numeric ^ level)::float8) $$;
  -- Of the longest blocks that go twice into this, or more often: seventeen at most cover it.
  create or replace function ad_level(length interval) returns integer
  language sql immutable parallel safe as $$
    select greatest(1, least(10, floor(ln(greatest(extract(epoch from length) / 2, 8)) / ln(8) + 1e-9)))::integer
  $$;
  create or replace function ad_time_terms(published_at timestamptz) returns tsvector
  language sql immutable parallel safe as $$
    select array_to_tsvector(array_agg(format('t:%s:%s', level, ad_block_of(level, published_at))))
      from generate_series(1, 10) level
  $$;
`;

/**
 * How ads are spread over time, which may be as uneven as imports, nights and holidays make it: some instants, and how many
 * ads are newer, as a negative number, so that both ascend. Between two of these rungs ads are taken to be spread evenly. A
 * ladder may be old or wrong: windows then hold more or fewer ads than they should, and that is all.
 */
export const ladder = `
  create or replace function ad_ladder() returns table (instant float8, rank float8)
  language plpgsql stable
  set enable_seqscan = off set enable_sort = off set jit = off set max_parallel_workers_per_gather = 0 as $$
  declare
    rung timestamptz := (select max(a.published_at) from ad a where a.shown);
    newer integer := 0;
    step integer := 0;
  begin
    while rung is not null loop
      newer := newer + step;
      return query select extract(epoch from rung)::float8, -newer::float8;
      step := greatest(100, newer / 2);
      -- One walk through ad_newest in all: each step begins where the one before ended.
      rung := (select a.published_at from ad a where a.shown and a.published_at < rung
                order by a.published_at desc, a.offer_id desc offset step limit 1);
    end loop;
    return query
      select extract(epoch from min(a.published_at))::float8,
             -greatest(newer + 1, (select reltuples from pg_class where oid = 'ad'::regclass))::float8
        from ad a where a.shown having min(a.published_at) is not null;
  end $$;
  -- The y of an x, where both ascend; beyond the ends those at the ends.
  create or replace function ad_between(xs float8[], ys float8[], x float8) returns float8
  language sql immutable parallel safe as $$
    select case
        when place < 1 then ys[1]
        when place >= cardinality(xs) then ys[cardinality(xs)]
        else ys[place] + (ys[place + 1] - ys[place]) * (x - xs[place]) / (xs[place + 1] - xs[place]) end
      from (select width_bucket(x, xs) as place) found
  $$;
`;

/**
 * How many ads the next window should hold: as many as it takes by what has been found so far, but so few that it ends in
 * time even where each costs what it cost in the last one, as candidates do that are refused in their rows.
 */
export const windowSize = `
  create or replace function ad_window(ads float8, seen float8, found integer, missing integer, took interval) returns float8
  language sql immutable parallel safe as $$
    select greatest(500, least(
      ads * 64,
      1.3 * missing * seen / (found + 0.5),
      ads * 100 / greatest(extract(epoch from took)::float8 * 1000, 0.1)))
  $$;
`;

/** What the walks declare to make windows. */
export const windowVariables = `
    began timestamptz := clock_timestamp();
    ended timestamptz := began;
    oldest timestamptz := greatest((select min(a.published_at) from ad a where a.shown), (f).since);
    keys tsquery[];
    starts timestamptz;
    ends timestamptz;
    ads float8;
    seen float8 := 0;
    found integer := 0;
    rank float8;
    remaining float8;
    level integer;
    first_block bigint;
    last_block bigint;
    missing integer;
    got integer;
`;

/**
 * The window of at most about \`ads\` ads that ends before \`ends\`, from the beginning of a block on, or all that remains; \`keys\` are
 * then what its matches have. All that remains needs no blocks where it is most of all there is.
 * @param match of the walk
 */
export const chooseWindow = (match: string): string => `
        rank := ad_between(instants, ranks, extract(epoch from ends)::float8);
        remaining := coalesce(rank - ad_between(instants, ranks, extract(epoch from oldest)::float8), 0);
        starts := oldest;
        if remaining > 1.5 * ads then
          starts := greatest(oldest, to_timestamp(ad_between(ranks, instants, rank - ads)));
        end if;
        level := ad_level(ends - starts);
        last_block := ad_block_of(level, ends - interval '1 microsecond');
        first_block := ad_block_of(level, starts);
        if starts > oldest then
          -- Not one block more, for it may hold a hundred times as many as those behind it.
          first_block := least(last_block, first_block + 1);
          starts := ad_block_start(level, first_block);
          ads := greatest(1, rank - ad_between(instants, ranks, extract(epoch from starts)::float8));
        end if;
        keys := ad_keys(f, ${match}, ad_blocks(level, first_block, last_block),
                        starts <= oldest and coalesce(2 * remaining > -ranks[1], true));
`;

/** After a window: how large the next one is to be. */
export const nextWindow = `
        seen := seen + ads;
        found := found + got;
        ads := ad_window(ads, seen, found, missing, clock_timestamp() - ended);
        ended := clock_timestamp();
        ends := starts;
`;
