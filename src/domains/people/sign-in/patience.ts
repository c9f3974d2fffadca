// How long one waits after wrong passwords: a few are free, then it grows, and from ten on it is a quarter of an hour and more.

/** Seconds to wait after so many failures in a row with one account. */
export function waitAfter(failures: number): number {
  if (failures < 5) return 0
  if (failures < 10) return 2 ** (failures - 5)
  return Math.min(15 * 2 ** Math.floor((failures - 10) / 5), 240) * 60
}

/** The same for all tries from one address within an hour; a campus shares one, so it is more patient. */
export const waitAtAddress = (failures: number): number => (failures < 50 ? 0 : 15 * 60)
