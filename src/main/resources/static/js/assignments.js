// The sum of the goals as they are typed; what is no number counts when it is one.
const sum = document.querySelector("[data-goal-sum]");
const goals = [...document.querySelectorAll("[data-goal]")];
for (const goal of goals) {
  goal.addEventListener("input", () => {
    const scale = Number(sum?.dataset.scale ?? 0);
    const total = goals.map((one) => Number(one.value.normalize("NFKC").replaceAll(",", ""))).filter(Number.isFinite).reduce((a, b) => a + b, 0);
    if (sum) sum.textContent = String(Number(total.toFixed(scale)));
  });
}
