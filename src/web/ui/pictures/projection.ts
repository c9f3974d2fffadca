// The world on a sheet: natural earth projection, the same for the page in the browser and the page from the server.
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }

export const sheet = { width: 960, height: 470 }

// Antarctica (ISO 3166 numeric 010) holds no partner and a third of the height.
const land = feature(world as unknown as Topology, (world as unknown as { objects: { countries: GeometryCollection } }).objects.countries)
const shown = { ...land, features: land.features.filter(({ id }) => id !== '010') }

const projection = geoNaturalEarth1().fitExtent([[4, 4], [sheet.width - 4, sheet.height - 4]], shown)
// Whole pixels of a sheet this size are as fine as the 110 m outlines are.
const draw = geoPath(projection).digits(0)

/** Each country's outline, with its ISO 3166 numeric code. */
export const outlines: { code: string; path: string }[] =
  shown.features.map((country) => ({ code: String(country.id ?? ''), path: draw(country) ?? '' }))

/** All land as one outline, when no country has to be told from another. */
export const landPath: string = draw(shown) ?? ''

export const place = (longitude: number, latitude: number): [x: number, y: number] | undefined =>
  (projection([longitude, latitude]) as [number, number] | null) ?? undefined
