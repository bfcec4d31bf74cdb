// Plays one run in a page, by its hooks, and says when it stands on a screen worth a picture.

/** Where a screen looks best; any other of its kind is taken when the run does not come there. */
const BEST = {
  play: 's12-catalogue',
  feedback: 's12-catalogue',
  overlap: 's12-catalogue',
  table: 's18-table',
  quiz: 'q-catalogue',
  'quiz-explained': 'q-catalogue',
};
const MAX_STEPS = 300;

export async function playThrough(page, { url, language, scenario, seed, tier, choices, take }) {
  const taken = new Set();
  /** Once, and again at the best place. */
  const isWorth = (screen, place) => !taken.has(screen) || BEST[screen] === place;
  const picture = async (screen) => {
    taken.add(screen);
    await take(screen);
  };
  const isOn = (screen) => page.waitForSelector(`body[data-screen="${screen}"]`);

  const wanted = scenario === undefined ? '' : `&scenario=${scenario}`;
  await page.goto(`${url}/?lang=${language}&seed=${seed}${wanted}`);
  await isOn('title');
  await hideCaptions(page);
  await picture('title');
  await page.click('[data-action="start"]');
  await isOn('setup');
  const [goal] = Object.values(choices);
  const goals = [`input[name="goal"][value="${goal}"]`, 'input[name="goal"]'];
  for (const selector of [...goals, `input[name="tier"][value="${tier}"]`])
    if (
      (await page.$(selector)) &&
      !((await page.$('input[name="goal"]:checked')) && goals.includes(selector))
    )
      await page.check(selector);
  await picture('setup');
  await page.click('[data-action="start"]');
  await page.waitForFunction(() => document.body.dataset.screen !== 'setup');

  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const now = await look(page);
    if (now.screen === 'ending') {
      await picture('ending');
      await debrief();
      await page.click('[data-action="notebook"]');
      await isOn('notebook');
      await page.waitForSelector('.dividers');
      await picture('notebook');
      return practise();
    }
    await step(now);
    await changed(page, now);
  }
  throw new Error(
    `the run has no end after ${MAX_STEPS} steps; it stands at ${JSON.stringify(await look(page))}`,
  );

  async function debrief() {
    await page.click('[data-action="debrief"]');
    await isOn('debrief');
    await page.waitForSelector('.debrief__working', { state: 'detached' });
    await picture('debrief');
    await page.click('[data-action="chapter-why"]');
    await show('[data-chapter="why"]');
    await picture('contracts');
    // A chapter is a page of its own on the way back.
    await page.goBack();
    await page.waitForSelector('[data-chapter="happened"]');
    await page.goBack();
    await isOn('ending');
  }

  async function step(now) {
    if (now.quiz !== undefined && now.state === 'question') {
      const isAnswered = isWorth('quiz', now.quiz);
      if (!isAnswered) return page.click('[data-action="skip"]');
      await picture('quiz');
      await page.click('[data-option]');
      return page.click('[data-confidence]');
    }
    if (now.quiz !== undefined) {
      if (now.state === 'explained' && isWorth('quiz-explained', now.quiz)) await picture('quiz-explained');
      return page.click('[data-action="continue"]');
    }
    if (now.screen === 'table') return playTable(now);
    if (now.choices.length > 0) {
      const isTelling = now.kind !== 'table' && now.hasNews && now.hasSpeaker;
      if (isTelling && isWorth('play', now.scene)) await picture('play');
      if (now.hasOverlap && isWorth('overlap', now.scene)) {
        await page.waitForSelector('[data-overlap="ready"]');
        await show('[data-overlap]');
        await picture('overlap');
      }
      const choice = now.choices.find((id) => id === choices[now.scene]) ?? now.choices[0];
      return page.click(`[data-choice="${choice}"]`);
    }
    if (now.state === 'feedback' && isWorth('feedback', now.scene)) await picture('feedback');
    const next = ['continue', 'skip'].map((action) => `[data-action="${action}"]:enabled`);
    return page.locator(next.join(', ')).first().click();
  }

  /** The practice table, with the plan of September on it; of another scenario as it opens. */
  async function practise() {
    await page.goto('about:blank');
    const table = scenario === undefined ? '&tier=standard&table=O&phase=P5&suit=yes' : wanted;
    await page.goto(`${url}/?lang=${language}&stage=off${table}`);
    if (scenario !== undefined) await page.click('[data-action="practice"]');
    await isOn('table');
    await picture('practice-setup');
    await page.click('[data-action="propose"]');
    await page.waitForSelector('[data-turn="1"]');
    await show('.issues');
    await picture('practice');
  }

  /** Proposes the draft, for the counter-offer; then it is the last word. */
  async function playTable(now) {
    if (isWorth('table', now.scene)) {
      await page.click('[data-action="propose"]');
      await page.waitForSelector('[data-turn="1"]');
      await picture('table');
      if (!(await page.$('[data-action="final"]'))) return;
    }
    await page.click('[data-action="final"]');
    return page.click('[data-action="final-yes"]');
  }

  /** Scrolls to a part of the page, with a little air above it. */
  async function show(selector) {
    await page.$eval(selector, (element) => {
      element.scrollIntoView();
      scrollBy(0, -16);
    });
  }
}

/** Captions of sounds come and go, and would lie over the words. */
async function hideCaptions(page) {
  await page.click('[data-action="settings"]');
  for (const name of ['captions', 'sound', 'music'])
    await page.locator(`input[name="setting-${name}"]`).setChecked(false);
  await page.click('dialog[open] [data-action="close"]');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
}

function look(page) {
  return page.evaluate(() => {
    const scene = document.querySelector('[data-scene]');
    const data = (selector, name) => document.querySelector(selector)?.dataset[name];
    return {
      screen: document.body.dataset.screen,
      scene: scene?.dataset.scene,
      kind: scene?.dataset.kind,
      state: data('[data-state]', 'state'),
      quiz: data('[data-quiz]', 'quiz'),
      hasSpeaker: scene?.dataset.hasSpeaker === 'true',
      hasOverlap: document.querySelector('[data-overlap]') !== null,
      turn: data('[data-turn]', 'turn'),
      hasNews: document.querySelector('[data-news]') !== null,
      choices: [...document.querySelectorAll('[data-choice]:enabled')].map((it) => it.dataset.choice),
    };
  });
}

async function changed(page, before) {
  const old = JSON.stringify(before);
  while (JSON.stringify(await look(page)) === old)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}
