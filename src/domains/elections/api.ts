// What elections promise.
import { del, get, post } from '#platform/http/contract.ts'
import { Accepting, Calling, Cancelling, Counting, ElectionFile, NewRules, Nominating, OfficesFile, Protesting, Settling, Voting } from './model.ts'

export const electionsApi = {
  offices: get('/alliances/:id/elections', { answer: OfficesFile, says: 'The posts of an alliance: rules, who holds them and what the rules find, elections' }),
  addRules: post('/alliances/:id/office-rules', { body: NewRules, answer: OfficesFile, says: 'A further version of the rules of the posts' }),
  call: post('/alliances/:id/elections', { body: Calling, answer: ElectionFile, says: 'Calls for nominations to a post' }),
  read: get('/elections/:id', { answer: ElectionFile, says: 'An election: who stands, who may vote and has, what was counted and why' }),
  nominate: post('/elections/:id/candidates', { body: Nominating, answer: ElectionFile, says: 'A member proposes somebody of a member' }),
  accept: post('/election-candidates/:id/answer', { body: Accepting, answer: ElectionFile, says: 'Who was proposed accepts or declines' }),
  open: post('/elections/:id/voting', { answer: ElectionFile, says: 'Opens the vote: the electorate is frozen, one vote for each member' }),
  vote: post('/elections/:id/votes', { body: Voting, answer: ElectionFile, says: 'Votes for a member, secretly: that it voted is written down, and nowhere what' }),
  count: post('/elections/:id/counts', { body: Counting, answer: ElectionFile, says: 'Counts the round; where nobody is elected yet, the next one opens until a day' }),
  protest: post('/elections/:id/protests', { body: Protesting, answer: ElectionFile, says: 'A member protests while it may' }),
  settle: post('/election-protests/:id/settlement', { body: Settling, answer: ElectionFile, says: 'Upholds or rejects a protest, with the reason' }),
  install: post('/elections/:id/installation', { answer: ElectionFile, says: 'The elected takes the post for its term; who held it before ends the day before' }),
  cancel: del('/elections/:id', { body: Cancelling, answer: ElectionFile, says: 'Calls it off, with the reason' }),
}
