// @ts-check
/** Looks again while something is under way, in place; without this, the page loads itself anew. */
const main = document.querySelector("main");
const seconds = Number(main?.dataset.lookAgain);
if (main && seconds > 0) setTimeout(look, 1000 * seconds);

async function look() {
  setTimeout(look, 1000 * seconds);
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  if (answer.redirected) return location.replace(answer.url);
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!next.querySelector("main")?.dataset.lookAgain) return location.reload();
  show(next);
}

/** The step is read aloud where it changes, and nothing else is. @param {Document} next */
function show(next) {
  document.title = next.title;
  const [step, newStep] = [document, next].map((page) => page.querySelector("output"));
  if (step && newStep && step.textContent !== newStep.textContent)
    step.textContent = newStep.textContent;
  for (const part of ["progress", "#how-far"]) {
    const [old, fresh] = [document, next].map((page) => page.querySelector(part));
    if (old && fresh) old.replaceWith(fresh);
  }
}
