// How long something kept the processor: a busy machine makes a test wait, and makes nothing of it slower by this clock.

/** Begins now; asked, it gives the milliseconds of processor time that this process has used since. */
export function processorTime(): () => number {
  const begun = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  }
}
