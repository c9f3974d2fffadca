// The sets of rules a body may adopt as they stand. Numbers that no source gives are Pamir's own and marked as derived beside the set.
import { matters, type DecisionClass, type Matter, type RuleSet, type RuleSetName, standingItems } from './rule-model.ts'

const weighty: Matter[] = ['charter', 'rules', 'plan', 'head', 'admission', 'closure']
const classes = (grave: DecisionClass, otherwise: DecisionClass): RuleSet['classes'] =>
  Object.fromEntries(matters.map((matter) => [matter, weighty.includes(matter) ? grave : otherwise])) as RuleSet['classes']

/** Text 001 (equal, yearly), with quorum, notice, minutes and writing as in the statutes it resembles (CN-PL, CN-DD, CN-MK, JSC). */
const jointCommittee: RuleSet = {
  name: 'joint-coordination-committee',
  equalSides: true, fewestSides: 2, seatsPerSide: { least: 1, most: null }, fewestSeats: 2, nationalShare: null, graceDays: 60,
  chairs: 'each-side', preside: 'host', alternates: true, alternateNoticeHours: 0, term: { years: 4, limit: 2 },
  quorum: { perSide: 1, total: [1, 2], sides: null }, remote: true, inPersonPerYear: 1, reconveneDays: 21,
  everyMonths: 12, amberMonths: 9, special: { bySide: true, members: [1, 3], withinDays: 30 }, venueAlternates: true,
  agreedDays: 60, noticeDays: 14, delegationDays: 7, standing: [...standingItems],
  classes: classes('every-side', 'every-side'), consensusFirst: true, voteUnit: 'side', castingVote: false, escalationDays: 30,
  written: { allowed: true, days: 10, vetoDays: 15, silence: 'not-consent', excluded: ['charter'] },
  minutes: { draftDays: 15, commentDays: 15, signDays: 30 }, languages: [], prevailing: null,
}

/** For a body whose seats are its members' and not two sides'. */
const ofMembers = { equalSides: false, fewestSides: 0, seatsPerSide: { least: 0, most: null }, chairs: 'one', preside: 'chair', voteUnit: 'seat', venueAlternates: false } as const

export const readyMade: Record<RuleSetName, RuleSet> = {
  'joint-coordination-committee': jointCommittee,
  'joint-management-committee': {
    ...jointCommittee, name: 'joint-management-committee', equalSides: false, fewestSeats: 5, nationalShare: { country: 'CN', share: [1, 2] }, chairs: 'chair-and-vice', preside: 'chair',
    classes: classes('two-thirds', 'simple'), voteUnit: 'seat', consensusFirst: false, quorum: { perSide: 1, total: [2, 3], sides: null }, special: { bySide: false, members: [1, 3], withinDays: 30 },
    written: { ...jointCommittee.written, excluded: ['charter', 'head', 'closure'] },
  },
  'project-committee': { ...jointCommittee, name: 'project-committee', equalSides: false, chairs: 'chair-and-vice', preside: 'chair', classes: classes('every-side', 'consensus') },
  'consortium-board': {
    ...jointCommittee, name: 'consortium-board', quorum: { perSide: 1, total: [1, 2], sides: [1, 1] }, everyMonths: 6, amberMonths: 5, preside: 'rotation', chairs: 'one',
    special: { bySide: true, members: [1, 3], withinDays: 30 }, agreedDays: 14,
  },
  'executive-council': {
    ...jointCommittee, ...ofMembers, name: 'executive-council', fewestSeats: 3, quorum: { perSide: 0, total: [2, 3], sides: null }, classes: classes('two-thirds', 'simple'), agreedDays: 15,
    special: { bySide: false, members: [1, 3], withinDays: 30 }, written: { ...jointCommittee.written, excluded: ['charter', 'admission'] },
  },
  'working-group': {
    ...jointCommittee, ...ofMembers, name: 'working-group', quorum: { perSide: 0, total: [1, 2], sides: null }, classes: classes('consensus', 'consensus'), agreedDays: 7, noticeDays: 7, inPersonPerYear: 0,
    standing: ['execution', 'challenges', 'next-date'],
  },
  secretariat: {
    ...jointCommittee, ...ofMembers, name: 'secretariat', quorum: { perSide: 0, total: [1, 2], sides: null }, classes: classes('consensus', 'simple'), agreedDays: 0, noticeDays: 2, delegationDays: 0, inPersonPerYear: 0,
    everyMonths: 3, amberMonths: 2, standing: ['execution', 'next-date'],
  },
  jury: {
    ...jointCommittee, ...ofMembers, name: 'jury', fewestSeats: 3, alternates: false, quorum: { perSide: 0, total: [2, 3], sides: null }, classes: classes('two-thirds', 'simple'), consensusFirst: false,
    standing: [], agreedDays: 0, noticeDays: 7, inPersonPerYear: 0, written: { ...jointCommittee.written, allowed: false },
  },
  assembly: {
    ...jointCommittee, ...ofMembers, name: 'assembly', fewestSeats: 3, quorum: { perSide: 0, total: [2, 3], sides: null }, classes: classes('two-thirds', 'simple'), consensusFirst: false, everyMonths: 48, amberMonths: 42,
    written: { ...jointCommittee.written, excluded: ['charter', 'admission', 'closure'] },
  },
}
