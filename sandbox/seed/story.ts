/** Who there is and what they have said: the words of the seeded world, without any mechanics. */
export const PEOPLE: readonly { userID: string; nickname: string }[] = [
  { userID: 'ann', nickname: 'Ann Berg' },
  { userID: 'bo', nickname: 'Bo Lindqvist' },
  { userID: 'cleo', nickname: 'Cleo Marsh' },
  { userID: 'dan', nickname: 'Dan Okafor' },
  { userID: 'eva', nickname: 'Eva Novak' },
  { userID: 'finn', nickname: 'Finn Aalto' },
  { userID: 'gus', nickname: 'Gus Romero' },
  { userID: 'hana', nickname: 'Hana Sato' },
];

export const FRIENDS: readonly (readonly [string, string])[] = [
  ['ann', 'bo'],
  ['ann', 'cleo'],
  ['bo', 'finn'],
];
export const PENDING = { from: 'dan', to: 'ann', words: 'Hi Ann, we met at the workshop.' };

export const GROUP = {
  groupID: 'hillwalk',
  groupName: 'Hill walk on Sunday',
  introduction: 'Six friends, one hill, too much cake.',
  announcement: 'We meet on Sunday at 9:30 by the old station. Bring water and something warm.',
  owner: 'ann',
  admins: ['bo'],
  members: ['cleo', 'dan', 'eva', 'finn'],
};

const LINES = `ann: Morning everyone, shall we settle Sunday?
bo: Yes please. I have the map out already
cleo: I'm in
dan: Me too, if we are back by five
eva: Which route, the ridge or the lake?
finn: Ridge! The lake is all mud after this week
ann: Ridge it is, unless it storms
bo: Forecast says dry until the afternoon
eva: Famous last words
dan: How long is the ridge, with stops?
bo: Four hours walking, plus the cake stop
cleo: There is a cake stop?
finn: There is always a cake stop
ann: The hut at the top has carrot cake on Sundays
eva: Then I'm in as well
dan: Who drives?
bo: I can take three
finn: I have room for two, but the boot is full of skis
cleo: In June?
finn: I live in hope
ann: So bo takes dan, eva and cleo, I ride with finn?
finn: Deal
dan: Deal
cleo: What do we bring?
bo: Water, a jacket, shoes with a sole
eva: My shoes have most of a sole
ann: Eva, I have a spare pair, what size are you?
eva: 39
ann: Perfect
dan: I'll bring sandwiches
finn: Vegetarian ones too?
dan: Half and half
cleo: I can bake something
bo: Isn't the hut doing cake?
cleo: More cake is not a problem
eva: Cleo understands
finn: Should I bring the small stove for tea?
ann: Yes, tea on the ridge is non-negotiable
bo: Then I bring cups
dan: My cup from last year is still with one of you
cleo: Guilty
dan: I knew it
eva: What time at the station?
ann: 9:30, and this time I mean 9:30
finn: Noted, so 9:40
ann: Finn
finn: 9:29!
bo: I'll share my location when I leave
cleo: Has anybody got walking poles to lend?
bo: I have two pairs
cleo: You are a hero
dan: The bus back goes at 16:20 if somebody needs to leave early
eva: Good to know
ann: I put everything into the announcement
finn: Read it twice
bo: See you all on Sunday
cleo: Cake count so far?
eva: One carrot, one secret
ann: The secret one is lemon, isn't it
cleo: No comment`;

export const GROUP_LINES: readonly { by: string; text: string }[] = LINES.split('\n').map((line) => {
  const [by = '', ...rest] = line.split(': ');
  return { by, text: rest.join(': ') };
});
