"""The night, for Airflow 3: copy into its folder of DAGs.

JINDU_HOME (the repository) and JINDU_LAKE (the lake) are variables of the worker's environment. The log of the task is the
night's; its result, the JSON on the last line of standard output, is the task's XCom.
"""

from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

with DAG(
    dag_id="jindu_nightly",
    description="From the inbox to the publication",
    # When the office has closed, and today is still today where the bureau is.
    schedule="0 22 * * *",
    start_date=pendulum.datetime(2021, 1, 1, tz="Asia/Shanghai"),
    # A night takes all that was received: nights that were missed need not be made good one by one.
    catchup=False,
    # One night at a time.
    max_active_runs=1,
    tags=["jindu"],
):
    BashOperator(
        task_id="nightly",
        # The day is today, and not the run's logical date: a run that is cleared and done again must not publish the past
        # over the present, which the night refuses.
        bash_command=(
            'exec "$JINDU_HOME/jobs/nightly" --lake "$JINDU_LAKE" --json'
            ' --as-of "$(TZ=Asia/Shanghai date +%F)"'
        ),
        # 4: somebody else holds the lake, and does or will do tonight's work: skipped, not failed. With --strict, exit 3
        # says that rows were refused, and fails the task.
        skip_on_exit_code=4,
        # A night that failed for what has passed by then is tried once more.
        retries=1,
        retry_delay=timedelta(minutes=20),
        # A night of a district takes minutes. What runs for hours is stuck.
        execution_timeout=timedelta(hours=4),
    )
