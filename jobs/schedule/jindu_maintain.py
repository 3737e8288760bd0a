"""Maintenance once a week, for Airflow 3: copy into its folder of DAGs, beside jindu_nightly.py, which says what it needs."""

from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

with DAG(
    dag_id="jindu_maintain",
    description="Small files put together, replaced ones deleted",
    # At noon of a working day: no night runs.
    schedule="30 12 * * 3",
    start_date=pendulum.datetime(2021, 1, 1, tz="Asia/Shanghai"),
    # One that was missed waits for the next.
    catchup=False,
    max_active_runs=1,
    tags=["jindu"],
):
    BashOperator(
        task_id="maintain",
        bash_command='exec "$JINDU_HOME/jobs/jindu" maintain --lake "$JINDU_LAKE" --json',
        # 4: somebody else holds the lake: next week is soon enough.
        skip_on_exit_code=4,
        execution_timeout=timedelta(hours=4),
    )
