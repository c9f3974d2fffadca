// The finders of this room, for those above it. Each begins at the agreements that the viewer sees.
export { activitiesOf, findActivity } from './activity-store.ts'
export { commitmentsOf, findPromises } from './commitment-store.ts'
export { pulsesOf, refreshPulses } from './pulse-store.ts'
export { findTerm } from './term-store.ts'
