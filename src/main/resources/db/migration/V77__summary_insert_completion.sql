-- The completion table of last period's plan follows the figures, in every shipped template with a figure table that
-- nobody has reworded yet. And no summary claims of itself that half the year brought half the work.
insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select newest.template_id, newest.number + 1,
  replace(replace(newest.text, E'{{/hasFigures}}\n', E'{{/hasFigures}}\n\n'
    || E'{{#hasCompletion}}\n## 上期计划完成情况\n对照上期工作计划和上级下达的任务，完成情况如下。\n!完成情况表\n{{/hasCompletion}}\n'),
    '扎实推进科技创新各项工作，实现了时间过半、任务过半。现将', '扎实推进科技创新各项工作。现将'),
  newest.numbering, null, now()
from summary_template_versions newest
where newest.saved_by is null
  and newest.number = (select max(number) from summary_template_versions v where v.template_id = newest.template_id)
  and newest.text like E'%{{/hasFigures}}\n%' and newest.text not like '%!完成情况表%';
