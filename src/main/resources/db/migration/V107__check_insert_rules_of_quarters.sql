-- What runs up does not become less between June and September, and what is held against the last year's end at half-year
-- is so after the first quarter too. Whoever has switched the half-year's rule off, or spared a level, means the quarter's too.
insert into rules (version, code, title, reach, left_side, relation, right_side, applies_when, tolerance, severity, message,
  instruction, period_kind, levels, active, shipped, position)
select 0, quarter.code, quarter.title, quarter.reach, quarter.left_side, quarter.relation, quarter.right_side, '', null,
  quarter.severity, quarter.message, quarter.instruction, quarter.kind, kin.levels, kin.active, true, kin.position
from (values
  ('C07-FLOW-Q3', 'C07-FLOW', 'THREE_QUARTERS', '前三季度累计不小于上半年', 'EACH_FLOW', 'x', 'AT_LEAST', 'prev.x', 'ERROR',
    '前三季度 {x} {unit}，小于上半年已报的 {prev.x} {unit}；累计数不会变小', '请填 1—9 月的累计数；上半年报错了的，请联系审核员重新打开上半年的报告'),
  ('C08-ENT01-Q1', 'C08-ENT01-HALF', 'FIRST_QUARTER', '高新技术企业数进出平衡（一季度）', 'NAMED', 'ENT01', 'EQUAL', 'prev.ENT01+ENT02-ENT06', 'WARNING',
    '期末 {ENT01} 家 ≠ 上年末 {prev.ENT01} + 新认定 {ENT02} − 到期或取消 {ENT06} = {right} 家，差 {difference} 家', '资格有效期三年；有重新认定、迁入、迁出的，请说明各有几家'),
  ('C08-ENT05-Q1', 'C08-ENT05-HALF', 'FIRST_QUARTER', '高新技术企业净增数（一季度）', 'NAMED', 'ENT05', 'EQUAL', 'ENT01-prev.ENT01', 'WARNING',
    '净增 {ENT05} 家 ≠ 期末 {ENT01} − 上年末 {prev.ENT01} = {right} 家', '请核对三个数，口径不同的请说明')
) as quarter (code, kin, kind, title, reach, left_side, relation, right_side, severity, message, instruction)
join rules kin on kin.code = quarter.kin
where not exists (select 1 from rules known where known.code = quarter.code);
