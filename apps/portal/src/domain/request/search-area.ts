/** A circle on the ground, and the box around it that an index can find. Degrees; the radius in kilometres. */
export interface SearchArea {
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const KM_PER_DEGREE = 111.195;

export function searchArea(lat: number, lon: number, radiusKm: number): SearchArea {
  const up = radiusKm / KM_PER_DEGREE;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { lat, lon, radiusKm, south: lat - up, north: lat + up, west: lon - across, east: lon + across };
}
