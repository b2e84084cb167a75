import { blocks, chooseWindow, ladder, nextWindow, windowSize, windowVariables } from './search-windows.js';

/** Great-circle distance in kilometres on a sphere of 6,371 km; to the nearest of an ad's places. */
const distance = `
  create or replace function km_between(a_lat float8, a_lon float8, b_lat float8, b_lon float8) returns float8
  language sql immutable parallel safe as $$
    select 2 * 6371 * asin(sqrt(least(1, power(sin(radians(b_lat - a_lat) / 2), 2)
      + cos(radians(a_lat)) * cos(radians(b_lat)) * power(sin(radians(b_lon - a_lon) / 2), 2))))
  $$;
  create or replace function km_to_nearest(places real[], from_lat float8, from_lon float8) returns float8
  language sql immutable parallel safe as $$
    select min(km_between(from_lat, from_lon, places[at], places[at + 1]))
      from generate_series(1, cardinality(places), 2) at
  $$;
  -- In steps of 100 m, so that ads of one place are sorted by time.
  create or replace function km_to_ad(ad_lat real, ad_lon real, more real[], from_lat float8, from_lon float8) returns real
  language sql immutable parallel safe as $$
    select (round(10 * least(km_between(from_lat, from_lon, ad_lat, ad_lon),
      case when more is null then null else km_to_nearest(more, from_lat, from_lon) end)) / 10)::real
  $$;
`;

/** Ads in the first window: what most words fill a page from. */
const FIRST_WINDOW = 2_000;

const KEYS = [1, 2, 3, 4] as const;

const keys = `
  -- The conditions on terms that a search has: each is a key of its own, which the index leaps through together from where
  -- the rarest goes on; in one tsquery they cost two to four times as much (docs/search.md). Without an area where that is
  -- all there is; what is excluded goes with another condition, for it alone would be a walk through the whole index.
  create or replace function ad_keys(f ad_filter, match tsquery, area tsquery, everywhere boolean) returns tsquery[]
  language sql immutable parallel safe as $$
    select case when (f).excluded is null then wanted else array_prepend(wanted[1] && !! (f).excluded, wanted[2:]) end
      from (select array_remove(array[match, (f).codes, (f).place,
                     case when not everywhere or coalesce(match, (f).codes, (f).place) is null then area end], null)) k (wanted)
  $$;
  ${KEYS.map(adsWith).join('')}
`;

/**
 * Inlined into its callers. The terms are not looked at again in the rows, but for phrases. Time is no condition that the index
 * of the newest could answer ("is true"): where ads are few, or terms one, the planner thinks it the cheaper of the two, and
 * then the terms of every ad of the window are read and unpacked: 300 ms instead of 3 among 20,000 ads.
 */
function adsWith(keys: number): string {
  const conditions = Array.from({ length: keys }, (_, at) => `and terms @@ keys[${at + 1}]`).join(' ');
  return `
  create or replace function ads_with_${keys}(f ad_filter, keys tsquery[], starts timestamptz, ends timestamptz)
  returns setof ad language sql stable as $$
    select * from ad
     where shown ${conditions}
       and (published_at >= starts and published_at < ends) is true
       and ((f).least_pay is null or pay_per_hour >= (f).least_pay)
       and ((f).radius is null or km_to_ad(lat, lon, more_places, (f).lat, (f).lon) <= (f).radius)
  $$;`;
}

/** One statement for each number of keys there may be. */
const withEachKey = (query: (ads: string) => string): string =>
  `case cardinality(keys) ${KEYS.map((keys) => `when ${keys} then return query ${query(`ads_with_${keys}`)};`).join('\n')} end case;`;

/**
 * Plans are made once a session, for any query: without an estimate of how many a tsquery matches there is none to go
 * wrong, and ad_terms is the index that the planner then thinks best, whatever the words.
 */
const settings = `
  language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set jit = off set max_parallel_workers_per_gather = 0
`;

/**
 * The matches of the first condition, newest first, then those of the second, and so on, behind (first_tier, until,
 * until_id), as far as \`wanted\`. It stops after \`patience\` at the end of a window: a last row without an ad then says how
 * far it came, so that no text, however common its words, costs more than that.
 */
const newest = `
  create or replace function newest_ads(
    f ad_filter, tiers tsquery[], first_tier integer, until timestamptz, until_id uuid, wanted integer,
    instants float8[], ranks float8[], patience interval
  ) returns table (offer_id uuid, tier integer, published_at timestamptz, view jsonb) ${settings} rows 20 as $$
  declare
    ${windowVariables}
    newest timestamptz := (select max(a.published_at) from ad a where a.shown) + interval '1 microsecond';
    at timestamptz := least(until, newest);
    at_id uuid := until_id;
  begin
    missing := wanted;
    for tier_at in first_tier .. cardinality(tiers) loop
      ads := ${FIRST_WINDOW};
      seen := 0;
      found := 0;
      -- The cursor's own instant belongs to the first window: ads of one instant are told apart by their id.
      ends := at + interval '1 microsecond';
      while ends > oldest loop
        ${chooseWindow('tiers[tier_at]')}
        ${withEachKey(
          (ads) => `
            select a.offer_id, tier_at, a.published_at, a.view from ${ads}(f, keys, starts, ends) a
             where ((a.published_at, a.offer_id) < (at, at_id)) is true
             order by a.published_at desc, a.offer_id desc limit missing`,
        )}
        get diagnostics got = row_count;
        missing := missing - got;
        if missing <= 0 then return; end if;
        if clock_timestamp() - began > patience then
          return query select null::uuid, tier_at, starts, null::jsonb;
          return;
        end if;
        ${nextWindow}
      end loop;
      at := newest;
      at_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    end loop;
  end $$;
`;

/**
 * Some of the matches, the newest windows first, in no order within them: enough to count as far as \`most\`. A last row
 * without an ad says that patience ended it.
 */
const some = `
  create or replace function some_ads(
    f ad_filter, match tsquery, most integer, instants float8[], ranks float8[], patience interval
  ) returns table (offer_id uuid, published_at timestamptz, facets text[]) ${settings} rows 1000 as $$
  declare
    ${windowVariables}
  begin
    missing := most;
    ads := greatest(${FIRST_WINDOW}, 1.3 * most);
    ends := (select max(a.published_at) from ad a where a.shown) + interval '1 microsecond';
    while ends > oldest loop
      ${chooseWindow('match')}
      ${withEachKey(
        (ads) => `
          select a.offer_id, a.published_at, a.facets
            from ${ads}(f, keys, starts, ends) a limit missing`,
      )}
      get diagnostics got = row_count;
      missing := missing - got;
      exit when missing <= 0;
      if clock_timestamp() - began > patience then
        return query select null::uuid, starts, null::text[];
        return;
      end if;
      ${nextWindow}
    end loop;
  end $$;
`;

/**
 * The matches in the order of their distance, in circles that grow: \`discs\` are the cells that cover each of them. As
 * newest_ads, it says how far it came where patience ended it.
 */
const nearest = `
  create or replace function nearest_ads(
    f ad_filter, match tsquery, discs tsquery[], radii float8[], after_km real, until timestamptz, until_id uuid,
    wanted integer, patience interval
  ) returns table (offer_id uuid, km real, published_at timestamptz, view jsonb) ${settings} rows 20 as $$
  declare
    began timestamptz := clock_timestamp();
    keys tsquery[];
    inner_km float8 := -1;
    missing integer := wanted;
    got integer;
  begin
    for ring in 1 .. cardinality(discs) loop
      if radii[ring] >= after_km then
        keys := ad_keys(f, match, discs[ring], false);
        ${withEachKey(
          (ads) => `
            select a.offer_id, d.km, a.published_at, a.view
              from ${ads}(f, keys, coalesce((f).since, '-infinity'), 'infinity') a
             cross join lateral (
               select greatest(km_to_ad(a.lat, a.lon, a.more_places, (f).lat, (f).lon), 0.1::real) as km
             ) d
             where d.km > inner_km and d.km <= radii[ring]
               and (d.km > after_km or d.km = after_km and (a.published_at, a.offer_id) < (until, until_id))
             order by d.km, a.published_at desc, a.offer_id desc limit missing`,
        )}
        get diagnostics got = row_count;
        missing := missing - got;
        if missing <= 0 then return; end if;
        if clock_timestamp() - began > patience and ring < cardinality(discs) then
          return query select null::uuid, radii[ring]::real, to_timestamp(0), null::jsonb;
          return;
        end if;
      end if;
      inner_km := radii[ring];
    end loop;
  end $$;
`;

/**
 * The same as newest_ads, for tiers that all lie within \`match\`. Where that has few ads in all, they are found once and
 * sorted, instead of each tier being walked to its end; \`total\` is then how many they are, without those behind the cursor.
 * @see newest_ads for the rest
 */
const best = `
  create or replace function best_ads(
    f ad_filter, tiers tsquery[], match tsquery, first_tier integer, until timestamptz, until_id uuid, wanted integer,
    instants float8[], ranks float8[], patience interval
  ) returns table (offer_id uuid, tier integer, published_at timestamptz, view jsonb, total integer) ${settings} rows 20 as $$
  declare
    few constant integer := 50;
    ids uuid[] := array(select s.offer_id from some_ads(f, match, few + 1, instants, ranks, patience) s);
  begin
    if cardinality(ids) > few or array_position(ids, null) is not null then
      return query
        select n.offer_id, n.tier, n.published_at, n.view, null::integer
          from newest_ads(f, tiers, first_tier, until, until_id, wanted, instants, ranks, patience) n;
      return;
    end if;
    return query
      select a.offer_id, t.tier, a.published_at, a.view, cardinality(ids)
        from ad a
       cross join lateral (select a.terms || '' as terms offset 0) d
       cross join lateral (
         select min(place)::integer as tier from unnest(tiers) with ordinality c (condition, place)
          where c.condition is null or d.terms @@ c.condition
       ) t
       where a.offer_id = any(ids) and a.shown
         and (t.tier > first_tier or t.tier = first_tier and (a.published_at, a.offer_id) < (until, until_id))
       order by t.tier, a.published_at desc, a.offer_id desc limit wanted;
  end $$;
`;

/**
 * In the order they need one another. They hold no data: a later change of one is a change here, and a migration that makes
 * them all anew.
 */
export const searchFunctions: readonly string[] = [
  distance,
  blocks,
  ladder,
  keys,
  windowSize,
  newest,
  some,
  nearest,
  best,
];
