// The sum of the goals as they are typed. What the server has yet to read, such as 1.2万,
// is not guessed at: then the sum waits for it.
const sum = document.querySelector("[data-goal-sum]");
const goals = [...document.querySelectorAll("[data-goal]")];

function number(text) {
  const plain = text.trim().replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  if (!plain) return 0;
  return /^[+-]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/.test(plain) ? Number(plain.replace(/,/g, "")) : NaN;
}

for (const goal of goals) {
  goal.addEventListener("input", () => {
    const scale = Number(sum?.dataset.scale ?? 0);
    const total = goals.map((one) => number(one.value)).reduce((a, b) => a + b, 0);
    if (sum) sum.textContent = Number.isFinite(total) ? String(Number(total.toFixed(scale))) : "下达后算出";
  });
}
