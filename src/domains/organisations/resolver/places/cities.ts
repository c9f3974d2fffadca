// The cities that organisations say they are in, with the countries they were met in.
import { keyOf } from '../text/fold.ts'

export class Cities {
  private readonly met = new Map<string, Map<string, number>>()

  add(city: string, country: string | null): void {
    const key = keyOf(city)
    if (key.length < 3) return
    const countries = this.met.get(key) ?? new Map<string, number>()
    if (country) countries.set(country, (countries.get(country) ?? 0) + 1)
    this.met.set(key, countries)
  }

  saved(): string {
    return Array.from(this.met, ([city, countries]) => [city, ...Array.from(countries, ([country, count]) => `${country}${count}`)].join('\t')).join('\n')
  }

  load(parts: Iterable<string[]>): void {
    for (const part of parts) {
      for (const line of part) {
        const [city, ...countries] = line.split('\t')
        if (city) this.met.set(city, new Map(countries.map(one => [one.slice(0, 2), Number(one.slice(2))])))
      }
    }
  }

  has(key: string): boolean {
    return this.met.has(key)
  }

  /** The country of a city, when four of five organisations there say the same. */
  countryOf(key: string): string | null {
    const countries = this.met.get(key)
    if (!countries) return null
    let all = 0
    let most = 0
    let best: string | null = null
    for (const [country, count] of countries) {
      all += count
      if (count > most) {
        most = count
        best = country
      }
    }
    return most >= 0.8 * all ? best : null
  }
}
